import type { Memory } from "../base/memory.ts";
import { shortHash } from "../base/shortHash.ts";
import type { Wanted } from "./notificationSetting.ts";

const memoryKey = "watchedForNotices";

/**
 * Since what was the case at a deployment is known for a kind of notification, only what is new is told. This remembers for
 * which kinds that is so, and what their settings asked for then: another number makes other things news.
 */
export class WatchedSettings {
	readonly #memory: Memory;

	constructor(memory: Memory) {
		this.#memory = memory;
	}

	/** Whether it is known what was the case when the setting came to ask for this. */
	knows(key: string, kind: string, wanted: Wanted): boolean {
		return this.#all()[entry(key, kind)] === wanted;
	}

	/** From now on it is known; with `undefined`, nobody looks any more. */
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
