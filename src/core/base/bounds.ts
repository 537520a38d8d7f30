import { formatCount } from "./format.ts";
import { t } from "./l10n.ts";

/** The most that a JSON text, or a value made of one, may hold. */
export interface Bounds {
	/** Lists and objects inside each other. */
	readonly depth: number;
	/** Digits in a row in one number. */
	readonly digits: number;
	/** Characters of one text, or of one key. */
	readonly characters: number;
	/** Entries of one list or object. */
	readonly entries: number;
	/** Values in all. */
	readonly values: number;
	/** Characters of all texts and keys together. */
	readonly size: number;
}

/**
 * Bounds of what comes from servers and people's files. Answers of Coder v2.15 to 2026-08 have at most 10 levels, 19
 * digits, 2,000 characters in a text, 400 entries and 20,000 values.
 */
export const answerBounds: Bounds = {
	depth: 64,
	digits: 40,
	characters: 1_000_000,
	entries: 20_000,
	values: 200_000,
	size: 4_000_000,
};

/**
 * Bounds of a JSON text, whatever it is for: what the parser takes in a fraction of a second. Whoever uses the value
 * sets closer bounds to it.
 */
export const textBounds: Bounds = {
	depth: 10_000,
	digits: 1_000,
	characters: 64_000_000,
	entries: 2_000_000,
	values: 2_000_000,
	size: 64_000_000,
};

/** Bounds of the files that this extension writes: an answer, some levels deeper, with masks that may be longer. */
export const ownFileBounds: Bounds = {
	depth: 80,
	digits: 40,
	characters: 8_000_000,
	entries: 40_000,
	values: 1_000_000,
	size: 64_000_000,
};

/** Something holds more than it may. The message is a sentence for people and quotes nothing. */
export class ExcessError extends RangeError {
	override readonly name = "ExcessError";
	readonly bound: keyof Bounds;

	constructor(bound: keyof Bounds, bounds: Bounds) {
		super(sentence(bound, formatCount(bounds[bound])));
		this.bound = bound;
	}
}

function sentence(bound: keyof Bounds, limit: string): string {
	switch (bound) {
		case "depth":
			return t("It's nested more than {0} levels deep.", limit);
		case "digits":
			return t("It has a number with more than {0} digits.", limit);
		case "characters":
			return t("It has a string with more than {0} characters.", limit);
		case "entries":
			return t("It has a list or an object with more than {0} entries.", limit);
		case "values":
			return t("It has more than {0} values.", limit);
		case "size":
			return t("Its strings have more than {0} characters in total.", limit);
	}
}
