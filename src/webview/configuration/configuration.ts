import type { FromConfigurationPage, ToConfigurationPage } from "../../protocol/configuration.ts";
import { receiveMessages } from "../shared/receiveMessages.ts";
import { connect } from "../shared/host.ts";
import { speak } from "../shared/strings.ts";
import { Page } from "./page.ts";

speak();
const host = connect<FromConfigurationPage>();
const page = new Page(document.body, host);
receiveMessages<ToConfigurationPage>({
	show: ({ content }) => {
		page.show(content);
	},
	reveal: ({ id }) => {
		page.reveal(id);
	},
	copyFrom: ({ id, target }) => {
		page.copyFrom(id, target);
	},
	search: ({ query }) => {
		page.search(query);
	},
	copied: () => {
		page.copied();
	},
});
host.postMessage({ type: "ready" });
