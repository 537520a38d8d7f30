import { diskFailureReason } from "./diskFailure.ts";

/** Tells people that the disk refuses to keep something: once, for as long as it does. */
export class DiskReport {
	readonly #tell: (sentence: string) => void;
	readonly #sentence: (reason: string) => string;
	#fails = false;

	/** @param sentence says what isn't kept; `reason` is the end of a sentence */
	constructor(tell: (sentence: string) => void, sentence: (reason: string) => string) {
		this.#tell = tell;
		this.#sentence = sentence;
	}

	/** Something was written: the next failure is news. */
	worked(): void {
		this.#fails = false;
	}

	/** Something wasn't read or written. */
	failed(error: unknown): void {
		if (this.#fails) return;
		this.#fails = true;
		this.#tell(this.#sentence(diskFailureReason(error)));
	}
}

/**
 * Deletes something that people asked to delete.
 *
 * @param sentence says what couldn't be deleted; `reason` is the end of a sentence
 * @throws Error with that sentence when files cannot be deleted
 */
export async function deleteForPeople(
	run: () => Promise<unknown>,
	sentence: (reason: string) => string,
): Promise<void> {
	try {
		await run();
	} catch (error) {
		throw new Error(sentence(diskFailureReason(error)), { cause: error });
	}
}
