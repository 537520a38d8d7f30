import * as z from "zod/mini";
import { t } from "../base/l10n.ts";

/** The maximum length of an input, in characters. */
const longestInput = 500;

/** Returns a schema for a text within the maximum length. */
function text(error: () => string) {
	return z.string({ error }).check(z.maxLength(longestInput, { error }));
}

/** Returns a schema for an integer within bounds. */
function number(least: number, most: number, error: () => string) {
	return z.int({ error }).check(z.minimum(least, { error }), z.maximum(most, { error }));
}

/** Returns a schema for a deployment's name or URL. */
export function deploymentInput(name: string) {
	return text(() => t("“{0}” must be the name or the URL of a deployment.", name));
}

/** A file of the workspace. */
export const fileInput = text(() => t("“file” must be the path of a file in the workspace."));

/** A search text. */
export const queryInput = text(() =>
	t("“query” must be a string of at most {0} characters.", longestInput),
);

/** The number of items to return, and its maximum. */
export const mostItems = 50;

export const limitInput = number(1, mostItems, () =>
	t("“limit” must be an integer from 1 to {0}.", mostItems),
);

/** The number of items to skip. */
export const skipInput = number(0, 100_000, () =>
	t("“skip” must be an integer from 0 to {0}.", 100_000),
);
