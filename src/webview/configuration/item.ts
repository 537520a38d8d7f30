import type { ConfigRow } from "../../core/configuration/configRow.ts";
import type { ConfigGroup } from "../../core/configuration/configView.ts";
import { entryOf, type Entry } from "../../core/configuration/match.ts";

/** An option on the page. */
export interface Item {
	/** Its place among all options. */
	readonly index: number;
	readonly row: ConfigRow;
	/** What is searched of it: made when it is asked for first. */
	readonly entry: () => Entry;
	/** The filter lets it through. */
	shown: boolean;
	/** Missing until it is made. */
	element?: HTMLElement;
}

/** An option of a group, not made yet. */
export function itemOf(group: ConfigGroup, row: ConfigRow, index: number): Item {
	let entry: Entry | undefined;
	return { index, row, entry: () => (entry ??= entryOf(group, row)), shown: false };
}
