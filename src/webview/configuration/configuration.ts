import { connect, onMessage } from "../shared/host.ts";
import { Page } from "./page.ts";
import { speak } from "../shared/strings.ts";
import { reportViolations } from "../shared/violations.ts";

speak();
const host = connect();
reportViolations(host);
const page = new Page(document.body, host);
onMessage((message) => {
	switch (message.type) {
		case "show":
			page.show(message.content);
			break;
		case "reveal":
			page.reveal(message.id);
			break;
		case "search":
			page.search(message.query);
			break;
		case "copied":
			page.copied();
			break;
	}
});
host.postMessage({ type: "ready" });
