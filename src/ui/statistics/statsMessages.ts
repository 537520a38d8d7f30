import { isRange } from "../../core/statistics/ranges.ts";
import type { FromStatisticsPage } from "../../protocol/statistics.ts";
import { noFields, type Readers } from "../panels/readMessage.ts";

/** Readers for the messages of the statistics page. */
export const statsMessages: Readers<FromStatisticsPage> = {
	ready: ({ range }) => (isRange(range) ? { range } : {}),
	range: ({ range }) => (isRange(range) ? { range } : undefined),
	refresh: noFields,
	copyCsv: noFields,
	act: noFields,
};
