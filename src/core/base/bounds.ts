import { formatCount } from "./format.ts";
import { t } from "./l10n.ts";

/** Limits for a JSON text, or for a value parsed from one. */
export interface Bounds {
	/** Nesting depth of lists and objects. */
	readonly depth: number;
	/** Consecutive digits in one number. */
	readonly digits: number;
	/** Characters in one string or key. */
	readonly characters: number;
	/** Entries in one list or object. */
	readonly entries: number;
	/** Total number of values. */
	readonly values: number;
	/** Total characters of all strings and keys. */
	readonly size: number;
}

/**
 * Limits for server responses and users' files. Responses of Coder v2.15 to 2026-08 have at most 10 levels, 19 digits,
 * 2,000 characters in a string, 400 entries, and 20,000 values.
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
 * Limits for any JSON text: what the parser handles in a fraction of a second. Callers that use the value apply
 * stricter limits.
 */
export const textBounds: Bounds = {
	depth: 10_000,
	digits: 1_000,
	characters: 64_000_000,
	entries: 2_000_000,
	values: 2_000_000,
	size: 64_000_000,
};

/**
 * Limits for files that this extension writes: a response, nested a few levels deeper, with masks that may be longer
 * than the original.
 */
export const ownFileBounds: Bounds = {
	depth: 80,
	digits: 40,
	characters: 8_000_000,
	entries: 40_000,
	values: 1_000_000,
	size: 64_000_000,
};

/** Thrown when something exceeds a limit. The message is a sentence for users and quotes no content. */
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
