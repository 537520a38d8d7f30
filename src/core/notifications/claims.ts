import { subjectHash, type Ledger } from "./ledger.ts";
import type { NotificationKind, Occurrence } from "./notification.ts";

/** Which occurrences this window is to tell, by topic: a kind of notification and a deployment. */
export class Claims {
	readonly #ledger: Ledger;
	readonly #now: () => number;
	/** The subjects that the look before found, by topic. What stays is no news, whatever the ledger says by now. */
	readonly #present = new Map<string, ReadonlySet<string>>();
	/** Since when told subjects have not been found any more, in ms since the epoch, by topic and subject. */
	readonly #goneSince = new Map<string, number>();

	/** @param now the clock, in ms since the epoch */
	constructor(ledger: Ledger, now: () => number) {
		this.#ledger = ledger;
		this.#now = now;
	}

	/** Nobody wants to hear of a topic any more: what is so when somebody does again is looked at anew. */
	lookAway(topic: string): void {
		this.#present.delete(topic);
	}

	/** Takes upon this window what was told in no window yet, and was not found by the look before. */
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

	/** What has not been the case for long enough is over. */
	async letGo(
		{ overAfterMs }: NotificationKind,
		topic: string,
		found: readonly Occurrence[],
	): Promise<void> {
		if (overAfterMs === undefined) return;
		const now = this.#now();
		const present = new Set(found.map(({ subject }) => subjectHash(subject)));
		for (const hash of await this.#ledger.told(topic)) {
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
