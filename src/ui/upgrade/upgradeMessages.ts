import type { FromUpgradePage } from "../../protocol/upgrade.ts";
import { isText, noFields, type Readers } from "../panels/readMessage.ts";

/** Readers for the messages of the upgrade page. */
export const upgradeMessages: Readers<FromUpgradePage> = {
	ready: noFields,
	changeTarget: noFields,
	again: noFields,
	copyMarkdown: noFields,
	exportReplaced: noFields,
	openOption: ({ id }) => (isText(id) ? { id } : undefined),
};
