import type { FromStatisticsPage, ToStatisticsPage } from "../../protocol/statistics.ts";
import { receiveMessages } from "../shared/receiveMessages.ts";
import { connect } from "../shared/host.ts";
import { speak } from "../shared/strings.ts";
import { drawWithUPlot } from "./statsChart.ts";
import { StatsPage } from "./statsPage.ts";
import { onThemeChange } from "./statsTheme.ts";

speak();
const host = connect<FromStatisticsPage>();
const page = new StatsPage(document.body, host, drawWithUPlot);
receiveMessages<ToStatisticsPage>({
	show: ({ content }) => {
		page.show(content);
	},
	copied: () => {
		page.copied();
	},
});
onThemeChange(() => {
	page.restyle();
});
page.begin();
