import type { ConfigRow } from "../core/configRow.ts";
import type { Entry } from "../core/search/match.ts";

/** An option on the page. */
export interface Item {
	/** Its place among all options. */
	readonly index: number;
	readonly row: ConfigRow;
	readonly entry: Entry;
	/** The filter lets it through. */
	shown: boolean;
	/** Missing until it is made. */
	element?: HTMLElement;
}
