import type { FromConfigurationPage } from "../../protocol/configuration.ts";
import { isText, noFields, type Readers } from "../panels/readMessage.ts";

/** Values of options may be long; more than this no server sends. */
const longestCopied = 1_000_000;

/** What the configuration page may send. */
export const configMessages: Readers<FromConfigurationPage> = {
	ready: noFields,
	refresh: noFields,
	openJson: noFields,
	copy: ({ text }) => (isText(text, longestCopied) ? { text } : undefined),
	copyLink: ({ id }) => (isText(id) ? { id } : undefined),
	openUrl: ({ url }) => (isText(url) ? { url } : undefined),
	act: noFields,
};
