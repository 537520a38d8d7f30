import type { FromComparisonPage, ToComparisonPage } from "../../protocol/comparison.ts";
import { receiveMessages } from "../shared/receiveMessages.ts";
import { connect } from "../shared/host.ts";
import { speak } from "../shared/strings.ts";
import { ComparePage } from "./comparePage.ts";

speak();
const host = connect<FromComparisonPage>();
const page = new ComparePage(document.body, host);
receiveMessages<ToComparisonPage>({
	show: ({ content }) => {
		page.show(content);
	},
	copied: () => {
		page.copied();
	},
});
host.postMessage({ type: "ready" });
