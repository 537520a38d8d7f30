import type { Deployment } from "./deployment.ts";
import type { Memory } from "./memory.ts";
import { endedSession } from "./outline/outline.ts";

/** Something about a session that is said once. */
export type SessionNotice =
	| { readonly kind: "ended"; readonly message: string }
	/** `expiresAt` in ms since the epoch. */
	| { readonly kind: "endsSoon"; readonly expiresAt: number };

/** A token that ends within this time ends soon, in ms. */
export const endsSoonMs = 24 * 3_600_000;

const memoryKey = "tokenEndNotices";

/** Finds what has to be said about sessions, once a token each. */
export class SessionNotices {
	readonly #memory: Memory;
	readonly #told = new Set<Deployment>();

	constructor(memory: Memory) {
		this.#memory = memory;
	}

	/** The notice that is due now; from then on it counts as given. `now` in ms since the epoch. */
	next(deployment: Deployment, now: number): SessionNotice | undefined {
		const ended = endedSession(deployment.snapshot);
		if (!ended) {
			this.#told.delete(deployment);
			return this.#endsSoon(deployment, now);
		}
		if (this.#told.has(deployment)) return undefined;
		this.#told.add(deployment);
		return { kind: "ended", message: ended.message };
	}

	/** Tokens that live less than two days are expected to end soon; a word about each would be noise. */
	#endsSoon({ known, snapshot }: Deployment, now: number): SessionNotice | undefined {
		const { expiresAt, createdAt } = snapshot.apiKey.value ?? {};
		if (expiresAt === undefined || expiresAt - now > endsSoonMs || expiresAt <= now)
			return undefined;
		if (createdAt !== undefined && expiresAt - createdAt < 2 * endsSoonMs) return undefined;
		const given = this.#given();
		if (given[known.key] === expiresAt) return undefined;
		void this.#memory.update(memoryKey, { ...given, [known.key]: expiresAt });
		return { kind: "endsSoon", expiresAt };
	}

	#given(): Readonly<Record<string, number>> {
		const stored = this.#memory.get(memoryKey);
		return typeof stored === "object" && stored !== null ? (stored as Record<string, number>) : {};
	}
}
