import type { FromComparisonPage } from "../../protocol/comparison.ts";
import { isText, noFields, type Readers } from "../panels/readMessage.ts";

/** Readers for the messages of the comparison page. */
export const compareMessages: Readers<FromComparisonPage> = {
	ready: noFields,
	again: noFields,
	swap: noFields,
	openDiff: noFields,
	copyMarkdown: ({ ids }) =>
		Array.isArray(ids) && ids.every((id) => isText(id)) ? { ids } : undefined,
	openOption: ({ id }) => (isText(id) ? { id } : undefined),
};
