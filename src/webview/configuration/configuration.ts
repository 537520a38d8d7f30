import { connect, onMessage } from "../host.ts";
import { Page } from "./page.ts";
import { speak } from "../strings.ts";
import { reportViolations } from "../violations.ts";

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
	}
});
host.postMessage({ type: "ready" });
