import type { Memory } from "../base/memory.ts";
import { shortHash } from "../base/shortHash.ts";

const memoryKey = "signedOut";
/** The maximum number of entries. Only windows that are open now may still need them. */
const maxNoted = 50;

/**
 * The deployments that the user signed out of, in any window. Stored next to the list of deployments, so windows get
 * both at once. Stored as hashes, because a key can be a URL, and signed-out deployments must leave no trace.
 */
export class SignedOut {
	readonly #memory: Memory;

	constructor(memory: Memory) {
		this.#memory = memory;
	}

	/** Returns whether the user signed out of a deployment and not in again. */
	has(key: string): boolean {
		return this.#hashes.includes(shortHash(key));
	}

	async add(key: string): Promise<void> {
		const hash = shortHash(key);
		const noted = [hash, ...this.#hashes.filter((other) => other !== hash)];
		await this.#memory.update(memoryKey, noted.slice(0, maxNoted));
	}

	async delete(key: string): Promise<void> {
		if (!this.has(key)) return;
		const hash = shortHash(key);
		await this.#memory.update(
			memoryKey,
			this.#hashes.filter((other) => other !== hash),
		);
	}

	get #hashes(): readonly unknown[] {
		const stored = this.#memory.get(memoryKey);
		return Array.isArray(stored) ? (stored as unknown[]) : [];
	}
}
