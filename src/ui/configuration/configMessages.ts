import { pageCommands } from "../../core/configuration/pageCommands.ts";
import type { FromConfigurationPage } from "../../protocol/configuration.ts";
import { isText, noFields, type Readers } from "../panels/readMessage.ts";

/**
 * The maximum length of a text to copy, in characters. Values of options may be long, but servers don't send longer
 * ones.
 */
const longestCopied = 1_000_000;

/** Readers for the messages of the configuration page. */
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
