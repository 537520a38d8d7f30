import { readTable } from "./readTable.ts";
import type { OptionHistory } from "./optionHistory.ts";
import { tableText } from "./table.ts";

let options: ReadonlyMap<string, OptionHistory> | undefined;

/** Every option of every release that was read, by id. */
export function optionHistories(): ReadonlyMap<string, OptionHistory> {
	return (options ??= readTable(tableText));
}
