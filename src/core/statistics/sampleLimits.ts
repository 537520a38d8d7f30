/** Limits for a deployment's samples. */
export interface SampleLimits {
	/** Above this size, the file is compacted to at most half of it. */
	readonly bytes: number;
	/** A lock this old, in ms, was left by a window that was killed while compacting. */
	readonly abandonedMs: number;
}

export const sampleLimits: SampleLimits = { bytes: 4_000_000, abandonedMs: 60_000 };
