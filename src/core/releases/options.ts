import { readTable } from "./readTable.ts";
import type { OptionHistory } from "./optionHistory.ts";
import { tableText } from "./table.ts";

let options: ReadonlyMap<string, OptionHistory> | undefined;

/** Returns every option of every recorded release, by ID. */
export function optionHistories(): ReadonlyMap<string, OptionHistory> {
	return (options ??= readTable(tableText));
}
