import type { Memory } from "../base/memory.ts";
import { shortHash } from "../base/shortHash.ts";
import type { Wanted } from "./notificationSetting.ts";

const memoryKey = "watchedForNotices";

/**
 * Stores for which kinds of notifications a deployment's initial state is known, so that only new occurrences are
 * reported, and the setting at that time: with another threshold, other occurrences are new.
 */
export class WatchedSettings {
	readonly #memory: Memory;

	constructor(memory: Memory) {
		this.#memory = memory;
	}

	/** Whether the initial state is known for this value of the setting. */
	isKnown(key: string, kind: string, wanted: Wanted): boolean {
		return this.#all()[entry(key, kind)] === wanted;
	}

	/** Stores that the state is known, or with `undefined`, that it is no longer watched. */
	async set(key: string, kind: string, wanted: Wanted): Promise<void> {
		const { [entry(key, kind)]: before, ...others } = this.#all();
		if (before === wanted) return;
		await this.#memory.update(
			memoryKey,
			wanted === undefined ? others : { ...others, [entry(key, kind)]: wanted },
		);
	}

	#all(): Readonly<Record<string, unknown>> {
		const stored = this.#memory.get(memoryKey);
		return typeof stored === "object" && stored !== null ? (stored as Record<string, unknown>) : {};
	}
}

function entry(key: string, kind: string): string {
	return `${kind} ${shortHash(key)}`;
}
