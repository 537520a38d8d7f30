import * as z from "zod/mini";
import { t } from "../base/l10n.ts";

/** The longest text that is taken as an input, in characters. */
const longestInput = 500;

/** A text that is not too long. */
function text(error: () => string) {
	return z.string({ error }).check(z.maxLength(longestInput, { error }));
}

/** A whole number within bounds. */
function number(least: number, most: number, error: () => string) {
	return z.int({ error }).check(z.minimum(least, { error }), z.maximum(most, { error }));
}

/** A deployment by its name or URL. */
export function deploymentInput(name: string) {
	return text(() => t("“{0}” must be the name or the URL of a deployment.", name));
}

/** A file of the workspace. */
export const fileInput = text(() => t("“file” must be the path of a file in the workspace."));

/** A search text. */
export const queryInput = text(() =>
	t("“query” must be a string of at most {0} characters.", longestInput),
);

/** How many items a model wants, and how many it gets at most. */
export const mostItems = 50;

export const limitInput = number(1, mostItems, () =>
	t("“limit” must be an integer from 1 to {0}.", mostItems),
);

/** How many items a model has seen already. */
export const skipInput = number(0, 100_000, () =>
	t("“skip” must be an integer from 0 to {0}.", 100_000),
);
