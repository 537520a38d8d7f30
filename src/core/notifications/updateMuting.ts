import { Emitter, type Disposable } from "../base/event.ts";
import type { Memory } from "../base/memory.ts";
import { shortHash } from "../base/shortHash.ts";

const memoryKey = "updateMuting";

/** The time after which a postponed notification is shown again, in ms. */
export const remindAfterMs = 7 * 24 * 3_600_000;

interface Wishes {
	/** The muted version, or `*` for all versions. */
	readonly muted?: string;
	/** The postponed version, and when to notify of it, in ms since the epoch. */
	readonly later?: { readonly version: string; readonly at: number };
}

/**
 * Stores which update notifications the user muted or postponed, by deployment. Deployments are identified by hashes of
 * their keys.
 */
export class UpdateMuting implements Disposable {
	readonly #memory: Memory;
	readonly #changed = new Emitter<void>();

	constructor(memory: Memory) {
		this.#memory = memory;
	}

	/** Fires when something is muted or unmuted. */
	get onDidChange() {
		return this.#changed.event;
	}

	/** Returns the muted version of a deployment, or `*` for all versions. */
	muted(key: string): string | undefined {
		return this.#wishes(key).muted;
	}

	/** Whether updates to this version are muted. */
	isMuted(key: string, version: string): boolean {
		const muted = this.muted(key);
		return muted === "*" || muted === version;
	}

	/** Returns when to notify of a postponed version, in ms since the epoch. */
	putOffUntil(key: string, version: string): number | undefined {
		const { later } = this.#wishes(key);
		return later?.version === version ? later.at : undefined;
	}

	/** Mutes updates to a version, or to all versions with `*`. */
	async mute(key: string, version: string): Promise<void> {
		await this.#wish(key, { ...this.#wishes(key), muted: version });
	}

	/** Reverts {@link mute}. */
	async unmute(key: string): Promise<void> {
		const { muted: _muted, ...rest } = this.#wishes(key);
		await this.#wish(key, rest);
	}

	/** Postpones the notification of a version by {@link remindAfterMs}; `now` is in ms since the epoch. */
	async putOff(key: string, version: string, now: number): Promise<void> {
		await this.#wish(key, { ...this.#wishes(key), later: { version, at: now + remindAfterMs } });
	}

	dispose(): void {
		this.#changed.dispose();
	}

	async #wish(key: string, wishes: Wishes): Promise<void> {
		await this.#memory.update(memoryKey, { ...this.#all(), [shortHash(key)]: wishes });
		this.#changed.fire();
	}

	#all(): Readonly<Record<string, unknown>> {
		const stored = this.#memory.get(memoryKey);
		return isRecord(stored) ? stored : {};
	}

	/** Reads the stored data, which may be damaged. */
	#wishes(key: string): Wishes {
		const stored = this.#all()[shortHash(key)];
		if (!isRecord(stored)) return {};
		const { muted, later } = stored;
		const { version, at } = isRecord(later) ? later : {};
		return {
			...(typeof muted === "string" ? { muted } : {}),
			...(typeof version === "string" && typeof at === "number" ? { later: { version, at } } : {}),
		};
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
