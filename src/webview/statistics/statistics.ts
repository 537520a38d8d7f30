import { drawWithUPlot } from "./statsChart.ts";
import { connect, onMessage } from "./statsHost.ts";
import { StatsPage } from "./statsPage.ts";
import { speak } from "../shared/strings.ts";
import { onThemeChange } from "./statsTheme.ts";
import { reportViolations } from "../shared/violations.ts";

speak();
const host = connect();
reportViolations(host);
const page = new StatsPage(document.body, host, drawWithUPlot);
onMessage((message) => {
	if (message.type === "show") page.show(message.content);
	else page.copied();
});
onThemeChange(() => {
	page.restyle();
});
page.begin();
