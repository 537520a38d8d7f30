import { subjectHash, type Ledger } from "./ledger.ts";
import type { NotificationKind, Occurrence } from "./notification.ts";

/** Decides which occurrences this window reports, by topic: a kind of notification and a deployment. */
export class Claims {
	readonly #ledger: Ledger;
	readonly #now: () => number;
	/**
	 * The subjects found by the previous check, by topic. They aren't news as long as they remain, whatever the ledger
	 * contains.
	 */
	readonly #present = new Map<string, ReadonlySet<string>>();
	/** When reported subjects were first missing, in ms since the epoch, by topic and subject. */
	readonly #goneSince = new Map<string, number>();

	/** @param now the clock, in ms since the epoch */
	constructor(ledger: Ledger, now: () => number) {
		this.#ledger = ledger;
		this.#now = now;
	}

	/** Stops watching a topic that the user turned off. If the user turns it on again, the next check starts afresh. */
	lookAway(topic: string): void {
		this.#present.delete(topic);
	}

	/** Claims for this window the occurrences that no window has reported and that the previous check didn't find. */
	async claim(topic: string, found: readonly Occurrence[]): Promise<Occurrence[]> {
		const before = this.#present.get(topic);
		this.#present.set(topic, new Set(found.map(({ subject }) => subject)));
		const claimed: Occurrence[] = [];
		for (const one of found) {
			if (before?.has(one.subject)) continue;
			if (!(await this.#ledger.claim(topic, one.subject))) continue;
			claimed.push(one);
			if (one.undoes !== undefined) {
				await this.#ledger.forget(topic, subjectHash(one.undoes));
			}
		}
		return claimed;
	}

	/** Forgets subjects that have been missing for long enough, so that they can be reported again. */
	async letGo(
		{ overAfterMs }: NotificationKind,
		topic: string,
		found: readonly Occurrence[],
	): Promise<void> {
		if (overAfterMs === undefined) return;
		const now = this.#now();
		const present = new Set(found.map(({ subject }) => subjectHash(subject)));
		for (const hash of await this.#ledger.reported(topic)) {
			const id = `${topic} ${hash}`;
			if (present.has(hash)) {
				this.#goneSince.delete(id);
				continue;
			}
			const since = Math.min(this.#goneSince.get(id) ?? now, now);
			this.#goneSince.set(id, since);
			if (now - since < overAfterMs) continue;
			this.#goneSince.delete(id);
			await this.#ledger.forget(topic, hash);
		}
	}
}
