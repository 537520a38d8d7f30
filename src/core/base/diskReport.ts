import { diskFailureReason } from "./diskFailure.ts";

/** Reports that something can't be stored on disk, once for as long as the problem lasts. */
export class DiskReport {
	readonly #report: (sentence: string) => void;
	readonly #sentence: (reason: string) => string;
	#fails = false;

	/** @param sentence returns the sentence about what isn't stored; `reason` completes it */
	constructor(report: (sentence: string) => void, sentence: (reason: string) => string) {
		this.#report = report;
		this.#sentence = sentence;
	}

	/** Call this after something was written, so that the next failure is reported again. */
	worked(): void {
		this.#fails = false;
	}

	/** Call this when something couldn't be read or written. */
	failed(error: unknown): void {
		if (this.#fails) return;
		this.#fails = true;
		this.#report(this.#sentence(diskFailureReason(error)));
	}
}

/**
 * Deletes something at the user's request.
 *
 * @param sentence returns the sentence about what couldn't be deleted; `reason` completes it
 * @throws Error with that sentence if files can't be deleted
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
