import { formatCount } from "./format.ts";
import { t } from "./l10n.ts";

/** The number of names that fit into a sentence. */
const named = 3;

/** Lists the first few names and how many more there are, for a sentence. */
export function nameSome(names: readonly string[]): string {
	const first = names.slice(0, named).join(", ");
	const more = names.length - named;
	return more > 0 ? t("{0} and {1} more", first, formatCount(more)) : first;
}
