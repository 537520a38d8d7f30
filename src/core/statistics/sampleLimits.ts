/** What the samples of a deployment may take. */
export interface SampleLimits {
	/** The file is compacted when it is larger than this; it then has at most half of it. */
	readonly bytes: number;
	/** A lock this old, in ms, was left by a window that was killed while it compacted. */
	readonly abandonedMs: number;
}

export const sampleLimits: SampleLimits = { bytes: 4_000_000, abandonedMs: 60_000 };
