import { t } from "../../core/base/l10n.ts";
import { flagFinds, flagNames, sourceNames, sources } from "../../core/configuration/filters.ts";
import { groupKey } from "../../core/configuration/query.ts";
import { filterText, tokenize } from "../../core/configuration/tokens.ts";

/** A filter that can complete what is being typed. */
export interface Suggestion {
	readonly filter: string;
	readonly description: string;
}

/** The filters that match the token at the caret, and the range of text that a filter replaces. */
export interface Suggestions {
	readonly start: number;
	readonly end: number;
	readonly items: readonly Suggestion[];
}

/** The maximum number of suggestions. Typing more narrows the list. */
const mostItems = 50;

/**
 * Suggests filters for the `@…` that the caret is in or after.
 *
 * @param groups the paths of the deployment's groups
 * @returns undefined if the caret is elsewhere, or the filter is complete
 */
export function suggest(
	text: string,
	caret: number,
	groups: readonly (readonly string[])[],
): Suggestions | undefined {
	const token = tokenize(text).find(({ start, end }) => start < caret && caret <= end);
	if (!token?.raw.startsWith("@")) return undefined;
	const typed = token.raw.toLowerCase().replaceAll('"', "");
	const items = all(groups)
		.filter(({ filter, key }) => key.startsWith(typed) && filter !== typed)
		.slice(0, mostItems);
	if (items.length === 0) return undefined;
	const replaced = items.map(({ filter, description }) => ({ filter, description }));
	return { start: token.start, end: token.end, items: replaced };
}

function all(groups: readonly (readonly string[])[]): (Suggestion & { key: string })[] {
	const known = [
		...flagNames.map((flag) => ({ filter: `@${flag}`, description: flagFinds(flag) })),
		...sourceNames.map((source) => ({
			filter: `@source:${source}`,
			description: sources[source](),
		})),
	].map((suggestion) => ({ ...suggestion, key: suggestion.filter }));
	const byGroup = groups.map((path) => ({
		filter: filterText("group", path.map(groupKey).join("/")),
		description: t("Options of the group {0}", path.join(" › ")),
		key: `@group:${path.map(groupKey).join("/")}`,
	}));
	return [...known, ...byGroup];
}

/** Returns the search text with a suggestion inserted, and the new position of the caret. */
export function accept(
	text: string,
	{ start, end }: Suggestions,
	{ filter }: Suggestion,
): { readonly text: string; readonly caret: number } {
	const rest = text.slice(end).trimStart();
	const before = `${text.slice(0, start)}${filter} `;
	return { text: before + rest, caret: before.length };
}
