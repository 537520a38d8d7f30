import { pageCommands } from "../../core/configuration/pageCommands.ts";
import type { FromConfigurationPage } from "../../protocol/configuration.ts";
import { isText, noFields, type Readers } from "../panels/readMessage.ts";

/** Values of options may be long; more than this no server sends. */
const longestCopied = 1_000_000;

/** What the configuration page may send. */
export const configMessages: Readers<FromConfigurationPage> = {
	ready: noFields,
	drawn: noFields,
	refresh: noFields,
	run: ({ command }) => {
		const known = pageCommands.find((one) => one === command);
		return known && { command: known };
	},
	copy: ({ text }) => (isText(text, longestCopied) ? { text } : undefined),
	copyLink: ({ id }) => (isText(id) ? { id } : undefined),
	openUrl: ({ url }) => (isText(url) ? { url } : undefined),
	act: noFields,
};
