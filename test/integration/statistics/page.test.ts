import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { Sample } from "../../../src/core/statistics/sample.ts";
import type { FromStatisticsPage, StatsContent } from "../../../src/protocol/statistics.ts";
import { statsContent } from "../../../src/ui/statistics/statsContent.ts";
import type { Drawing } from "../../../src/webview/statistics/statsDrawing.ts";
import { TestWindow } from "../../unit/configuration/support/testWindow.ts";
import { failureOf, recorded } from "../../support/recorded.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { plainSpaces } from "../../support/plainSpaces.ts";
import { sampleAt, samplesBetween } from "../../unit/statistics/made.ts";

const now = Date.parse("2026-03-05T10:00:00Z");
const second = 1000;
const hour = 3600 * second;

/** Records a chart's data instead of drawing. */
interface RecordedChart {
	drawing: Drawing | undefined;
	pointed: number | undefined;
	hover: (index: number | undefined) => void;
}

describe("the statistics page", function () {
	this.timeout(slowMachine);

	let testWindow: TestWindow;
	let document: Document;
	let charts: RecordedChart[];
	let sent: FromStatisticsPage[];
	let state: unknown;
	let show: (content: StatsContent) => void;
	let restyle: () => void;

	async function open(saved?: unknown): Promise<void> {
		testWindow = new TestWindow();
		({ document } = testWindow.window);
		[charts, sent, state] = [[], [], saved];
		const { StatsPage } = await import("../../../src/webview/statistics/statsPage.ts");
		const host = {
			postMessage: (message: FromStatisticsPage) => sent.push(message),
			getState: () => state,
			setState: (next: unknown) => (state = next),
		};
		const page = new StatsPage(document.body, host, (_place, hover) => {
			const reported: RecordedChart = { drawing: undefined, pointed: undefined, hover };
			charts.push(reported);
			return {
				show: (drawing) => (reported.drawing = drawing),
				point: (index) => (reported.pointed = index),
			};
		});
		page.begin();
		show = (content) => {
			page.show(content);
		};
		restyle = () => {
			page.restyle();
		};
	}

	beforeEach(() => open());
	afterEach(() => {
		testWindow.close();
	});

	async function contentOf(
		samples: readonly Sample[],
		range: StatsContent["range"] = "1h",
		kept = true,
	): Promise<StatsContent> {
		return statsContent(await recorded({}), samples, range, kept, now);
	}
	const lately = samplesBetween(now - hour, now, 30 * second);
	const chart = (index: number): RecordedChart => charts[index] ?? assert.fail();
	const all = (selector: string): HTMLElement[] => [
		...document.querySelectorAll<HTMLElement>(selector),
	];
	const find = (selector: string): HTMLElement =>
		document.querySelector<HTMLElement>(selector) ?? assert.fail(`no ${selector}`);
	const button = (label: string): HTMLElement =>
		all("button").find(({ textContent }) => textContent === label) ?? assert.fail(label);
	const press = (key: string): boolean =>
		(document.activeElement ?? document.body).dispatchEvent(
			new testWindow.window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
		);
	const texts = (selector: string): string[] =>
		all(selector).map(({ textContent }) => plainSpaces(textContent));

	it("first requests a range that fits the samples, then the one selected before", async () => {
		assert.deepEqual(sent, [{ type: "ready" }]);
		testWindow.close();
		await open({ range: "7d", table: "yes", hidden: [1, "latency/p50"] });
		assert.deepEqual(sent, [{ type: "ready", range: "7d" }]);
	});

	it("draws four plots and shows the newest values next to the names", async () => {
		show(await contentOf([...lately.slice(0, -1), sampleAt(now, { p50: 12.34, tx: 5e9 })]));
		assert.equal(charts.length, 4);
		assert.equal(chart(0).drawing?.at.length, 121);
		assert.deepEqual(texts("h2"), ["Workspaces", "Connection latency", "Traffic", "Sessions"]);
		assert.ok(texts(".legend button").includes("P50 12.3 ms"));
		assert.ok(texts(".legend button").includes("Sent from workspaces 5 GB"));
	});

	it("summarizes each plot for screen readers", async () => {
		show(await contentOf([1, 3, 2].map((p50, index) => sampleAt(now - 2 + index, { p50 }))));
		const latency = find('[role="slider"][aria-label^="Connection latency"]');
		assert.equal(
			plainSpaces(latency.getAttribute("aria-label") ?? ""),
			"Connection latency. P50: now 2 ms, lowest 1 ms, highest 3 ms. P95: no data.",
		);
	});

	it("moves from point to point with the keyboard, in all plots, and says where it is", async () => {
		show(await contentOf(lately));
		const slider = find('[role="slider"]');
		slider.focus();
		assert.equal(press("ArrowLeft"), false);
		assert.deepEqual(
			charts.map(({ pointed }) => pointed),
			[119, 119, 119, 119],
		);
		assert.equal(slider.getAttribute("aria-valuenow"), "119");
		assert.match(slider.getAttribute("aria-valuetext") ?? "", /^\d.*: Pending \d+, Building \d+/);
		press("Home");
		press("ArrowLeft");
		assert.equal(chart(2).pointed, 0);
		press("PageUp");
		assert.equal(chart(2).pointed, 10);
		press("End");
		press("ArrowRight");
		assert.equal(chart(2).pointed, 120);
		press("Escape");
		assert.equal(chart(2).pointed, undefined);
		assert.equal(press("x"), true);
	});

	it("shows all values at the mouse position, and stays there when samples arrive", async () => {
		show(await contentOf(lately));
		const newest = texts(".legend button");
		chart(1).hover(3);
		assert.notDeepEqual(texts(".legend button"), newest);
		const moments = texts(".moment");
		assert.equal(new Set(moments).size, 1);
		assert.notEqual(moments[0], "");
		show(await contentOf([...lately.slice(2), sampleAt(now + 1)]));
		assert.deepEqual(texts(".moment"), moments);
		assert.equal(chart(0).pointed, 1);
		chart(1).hover(undefined);
		assert.deepEqual(texts(".moment"), ["", "", "", ""]);
	});

	it("hides and shows series, and remembers which", async () => {
		show(await contentOf(lately));
		const running = all(".legend button")[2] ?? assert.fail();
		running.click();
		assert.equal(running.getAttribute("aria-pressed"), "false");
		assert.equal(chart(0).drawing?.looks[2]?.shown, false);
		const { hidden } = state as { hidden: string[] };
		assert.deepEqual(hidden, ["workspaces/running"]);
		running.click();
		assert.equal(chart(0).drawing?.looks[2]?.shown, true);
	});

	it("uses the colors and dashes of the theme", async () => {
		show(await contentOf(lately));
		const swatch = all(".swatch")[1] ?? assert.fail();
		swatch.style.borderTop = "3px dashed rgb(1, 2, 3)";
		restyle();
		const look = chart(0).drawing?.looks[1];
		assert.deepEqual(look, { color: "rgb(1, 2, 3)", width: 1.5, dash: [8, 4], shown: true });
	});

	it("requests another range, and shows which one is selected", async () => {
		show(await contentOf(lately, "1h"));
		const radios = all('input[type="radio"]') as HTMLInputElement[];
		assert.deepEqual(texts(".ranges label"), [
			"1 hour",
			"6 hours",
			"1 day",
			"7 days",
			"30 days",
			"All",
		]);
		assert.deepEqual(
			radios.map(({ checked }) => checked),
			[true, false, false, false, false, false],
		);
		radios[3]?.click();
		assert.deepEqual(sent.at(-1), { type: "range", range: "7d" });
		show(await contentOf(samplesBetween(now - 7 * 24 * hour, now, 300 * second), "7d"));
		assert.equal(
			find(".step").textContent,
			"Each point is 15 minutes (average; latency: maximum).",
		);
	});

	it("keeps a range selected while content of the previous one arrives", async () => {
		show(await contentOf(lately, "1h"));
		const [, , , sevenDays] = all('input[type="radio"]') as HTMLInputElement[];
		sevenDays?.click();
		show(await contentOf(lately, "1h"));
		assert.equal(sevenDays?.checked, true);
	});

	it("shows tables instead, newest first, including gaps", async () => {
		show(await contentOf([...lately.slice(0, 10), ...lately.slice(60)]));
		button("Show as Table").click();
		assert.equal(find(".plots").hidden, true);
		assert.equal(all("table").length, 4);
		const [, latency] = all("table");
		const rows = [...(latency?.querySelectorAll("tbody tr") ?? [])];
		assert.equal(rows.filter(({ textContent }) => textContent.endsWith("No data")).length, 1);
		assert.deepEqual(
			[...(latency?.querySelectorAll("thead th") ?? [])].map(({ textContent }) => textContent),
			["Time", "P50", "P95"],
		);
		const times = rows.map((row) => row.querySelector("th")?.textContent ?? "");
		assert.match(times[0] ?? "", /^10:00:00/);
		assert.equal((state as { table: boolean }).table, true);
	});

	it("keeps rows that may be being read when samples arrive", async () => {
		const some = lately.slice(-20);
		show(await contentOf(some));
		button("Show as Table").click();
		const before = all("tbody tr")[5];
		show(await contentOf([...some, sampleAt(now + 30 * second)]));
		assert.equal(all("tbody tr")[6], before);
		show(await contentOf(some.slice(3)));
		assert.equal(all("tbody tr").length, 4 * 17);
	});

	it("copies samples and opens them", async () => {
		show(await contentOf(lately));
		button("Copy as CSV").click();
		button("Refresh").click();
		assert.deepEqual(sent.slice(1), [{ type: "copyCsv" }, { type: "refresh" }]);
		show({ ...(await contentOf(lately)), loading: true });
		button("Refresh").click();
		assert.equal(sent.length, 3);
	});

	it("explains why there is nothing to see", async () => {
		show(await contentOf([]));
		assert.match(find("main").textContent, /No data yet\.Data is recorded while/);
		assert.equal(button("Copy as CSV").hidden, true);
		show(await contentOf([], "1h", false));
		assert.match(find("main").textContent, /coderDeployment\.statistics\.keep is off/);
		show({ ...(await contentOf([])), loading: true });
		assert.match(find("main").textContent, /Loading…/);
		show(await contentOf([sampleAt(now - 5 * hour)], "1h"));
		assert.match(find("main").textContent, /No data for this time range/);
		button("Show All").click();
		assert.deepEqual(sent.at(-1), { type: "range", range: "all" });
	});

	it("shows errors above previous samples, with a remedy", async () => {
		const failure = failureOf("forbidden", { message: "You may not.", advice: "Ask an owner." });
		const deployment = await recorded({ deploymentStats: { failure } });
		const content = statsContent(deployment, lately, "1h", true, now);
		show(content);
		assert.match(find(".banner").textContent, /You may not\.Ask an owner\..*previously read/);
		assert.equal(find(".plots").hidden, false);
		button(content.problem?.action ?? assert.fail()).click();
		assert.deepEqual(sent.at(-1), { type: "act" });
	});

	it("shows names as text, whatever a server calls its states", async () => {
		show(await contentOf([sampleAt(now, { "workspaces.<img src=x onerror=alert(1)>": 1 })]));
		button("Show as Table").click();
		assert.equal(document.querySelector("img"), null);
		assert.ok(texts("th").includes("<img src=x onerror=alert(1)>"));
	});
});
