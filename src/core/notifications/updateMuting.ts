import { Emitter, type Disposable } from "../base/event.ts";
import type { Memory } from "../base/memory.ts";
import { shortHash } from "../base/shortHash.ts";

const memoryKey = "updateMuting";

/** After this long, in ms, a notification that was put off comes again. */
export const remindAfterMs = 7 * 24 * 3_600_000;

interface Wishes {
	/** The version of which nothing is to be said, or `*` for every version. */
	readonly muted?: string;
	/** The version whose notification was put off, and until when in ms since the epoch. */
	readonly later?: { readonly version: string; readonly at: number };
}

/** What the user does not want to be told of updates, by deployment. Deployments are named by hashes of their keys. */
export class UpdateMuting implements Disposable {
	readonly #memory: Memory;
	readonly #changed = new Emitter<void>();

	constructor(memory: Memory) {
		this.#memory = memory;
	}

	/** Fires when something is muted or not any more. */
	get onDidChange() {
		return this.#changed.event;
	}

	/** What is muted of the updates of a deployment: one version, or `*` for all of them. */
	muted(key: string): string | undefined {
		return this.#wishes(key).muted;
	}

	/** Whether nothing is to be said of an update to this version. */
	isMuted(key: string, version: string): boolean {
		const muted = this.muted(key);
		return muted === "*" || muted === version;
	}

	/** Until when the notification of a version was put off, in ms since the epoch. */
	putOffUntil(key: string, version: string): number | undefined {
		const { later } = this.#wishes(key);
		return later?.version === version ? later.at : undefined;
	}

	/** Nothing is said any more of updates to a version, or to any with `*`. */
	async mute(key: string, version: string): Promise<void> {
		await this.#wish(key, { ...this.#wishes(key), muted: version });
	}

	/** Takes muting back. */
	async unmute(key: string): Promise<void> {
		const { muted: _muted, ...rest } = this.#wishes(key);
		await this.#wish(key, rest);
	}

	/** The notification of a version comes again {@link remindAfterMs} after `now`, which is in ms since the epoch. */
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

	/** What was kept, however it was damaged. */
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
