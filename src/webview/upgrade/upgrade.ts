import type { FromUpgradePage, ToUpgradePage } from "../../protocol/upgrade.ts";
import { hearExtension } from "../shared/hearExtension.ts";
import { connect } from "../shared/host.ts";
import { speak } from "../shared/strings.ts";
import { UpgradePage } from "./upgradePage.ts";

speak();
const host = connect<FromUpgradePage>();
const page = new UpgradePage(document.body, host);
hearExtension<ToUpgradePage>({
	show: ({ content }) => {
		page.show(content);
	},
	copied: () => {
		page.copied();
	},
});
host.postMessage({ type: "ready" });
