import type { FromUpgradePage, ToUpgradePage } from "../../protocol/upgrade.ts";
import { receiveMessages } from "../shared/receiveMessages.ts";
import { connect } from "../shared/host.ts";
import { speak } from "../shared/strings.ts";
import { UpgradePage } from "./upgradePage.ts";

speak();
const host = connect<FromUpgradePage>();
const page = new UpgradePage(document.body, host);
receiveMessages<ToUpgradePage>({
	show: ({ content }) => {
		page.show(content);
	},
	copied: () => {
		page.copied();
	},
});
host.postMessage({ type: "ready" });
