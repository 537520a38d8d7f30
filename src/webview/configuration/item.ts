import type { ConfigRow } from "../../core/configuration/configRow.ts";
import type { ConfigGroup } from "../../core/configuration/configView.ts";
import { entryOf, type Entry } from "../../core/configuration/match.ts";

/** An option on the page. */
export interface Item {
	/** Its position among all options. */
	readonly index: number;
	readonly row: ConfigRow;
	/** Returns its searchable text, which is created on first use. */
	readonly entry: () => Entry;
	/** Whether it matches the filter. */
	shown: boolean;
	/** Missing until it is created. */
	element?: HTMLElement;
}

/** Creates the item of an option, without its element. */
export function itemOf(group: ConfigGroup, row: ConfigRow, index: number): Item {
	let entry: Entry | undefined;
	return { index, row, entry: () => (entry ??= entryOf(group, row)), shown: false };
}
