import { formatCount } from "./format.ts";
import { t } from "./l10n.ts";

/** How many names a sentence can take. */
const named = 3;

/** Names for a sentence: the first few, and how many more there are. */
export function nameSome(names: readonly string[]): string {
	const first = names.slice(0, named).join(", ");
	const more = names.length - named;
	return more > 0 ? t("{0} and {1} more", first, formatCount(more)) : first;
}
