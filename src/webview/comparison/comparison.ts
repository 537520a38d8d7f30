import { connect, onMessage } from "./compareHost.ts";
import { ComparePage } from "./comparePage.ts";
import { speak } from "../shared/strings.ts";
import { reportViolations } from "../shared/violations.ts";

speak();
const host = connect();
reportViolations(host);
const page = new ComparePage(document.body, host);
onMessage((message) => {
	if (message.type === "show") page.show(message.content);
	else page.copied();
});
host.postMessage({ type: "ready" });
