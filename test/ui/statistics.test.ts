import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { Frame } from "playwright-core";
import {
	markerSecrets,
	startSampleDeployment,
	type SampleDeployment,
} from "../sample-deployment/server.ts";
import { hoverText } from "./harness/hover.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";
import { keepSamples } from "./keptSamples.ts";
import { signIn } from "./session.ts";

describe("statistics over time", () => {
	let window: Workbench;
	let sample: SampleDeployment;
	let file: string;

	before(async () => {
		sample = await startSampleDeployment();
		window = await openWorkbench({ size: { width: 1500, height: 950 } });
		await signIn(window, sample.url, sample.tokens.owner);
		file = await keepSamples(window);
	});
	after(async () => {
		await window.close();
		await sample.close();
	});

	const statistics = (): Promise<Frame> => window.webview(".plot canvas");
	const legend = (page: Frame): Promise<string> => page.locator(".legend").first().innerText();

	it("draw each plot with its latest values", async () => {
		await window.command("Coder Deployment: Open Statistics");
		const page = await statistics();
		assert.deepEqual(await page.locator("h2").allInnerTexts(), [
			"Workspaces",
			"Connection latency",
			"Traffic",
			"Sessions",
			"License",
		]);
		assert.match(await legend(page), /Running\s+\d+/);
		const inked = await page.locator("canvas").evaluateAll((canvases) =>
			canvases.map((canvas) => {
				const { width, height } = canvas as HTMLCanvasElement;
				const pixels = (canvas as HTMLCanvasElement)
					.getContext("2d")
					?.getImageData(0, 0, width, height).data;
				return pixels?.some((value) => value !== 0);
			}),
		);
		assert.deepEqual(inked, [true, true, true, true, true]);
		await window.clearNotifications();
		await window.screenshot("statistics");
	});

	it("show the values under the mouse in all plots, and those that the keyboard moves to", async () => {
		const page = await statistics();
		await page.locator(".u-over").nth(1).hover();
		await poll("the moments", 5000, async () => {
			const moments = await page.locator(".moment").allInnerTexts();
			return moments.every((text) => text !== "" && text === moments[0]);
		});
		await window.screenshot("statistics hover");
		const slider = page.getByRole("slider").first();
		await slider.focus();
		await window.page.keyboard.press("End");
		const last = await slider.getAttribute("aria-valuetext");
		await window.page.keyboard.press("ArrowLeft");
		const before = await slider.getAttribute("aria-valuetext");
		assert.match(before ?? "", /:.*: .*Running \d+/);
		assert.notEqual(before, last);
		await window.page.keyboard.press("Escape");
	});

	it("show another range, with averages if it has too many samples", async () => {
		const page = await statistics();
		await page.getByRole("radio", { name: "30 days" }).check();
		await poll("averages", 5000, async () =>
			(await page.locator(".step").innerText()).startsWith("Each point is "),
		);
		await window.screenshot("statistics 30 days");
		await page.getByRole("radio", { name: "30 days" }).press("ArrowLeft");
		await poll("7 days", 5000, async () => page.getByRole("radio", { name: "7 days" }).isChecked());
	});

	it("show the same data as tables", async () => {
		const page = await statistics();
		await page.getByRole("button", { name: "Show as Table" }).click();
		const table = page.getByRole("table", { name: "Connection latency" });
		await table.waitFor();
		assert.ok((await table.locator("tbody tr").count()) > 20);
		assert.match(await table.innerText(), /Time \(UTC\)\s+P50\s+P95/);
		// The range that the last test selected is read from a file.
		await table.locator("tbody .gap").first().waitFor();
		await window.screenshot("statistics table");
	});

	it("copy the samples as CSV", async () => {
		const page = await window.webview("table");
		await page.getByRole("button", { name: "Copy as CSV" }).click();
		const csv = await poll("the clipboard", 5000, async () => {
			const text = await window.clipboard();
			return text.startsWith("collected_at,") && text;
		});
		assert.ok(csv.split("\r\n").length > 500);
		assert.match(csv, /connection_latency_p95_ms/);
	});

	it("show a new sample immediately", async () => {
		sample.setStats({ intervalMs: 1, body: { workspaces: { running: 4321 } } });
		const page = await window.webview("table");
		await page.getByRole("button", { name: "Refresh", exact: true }).click();
		await page.getByRole("button", { name: "Show as Table" }).click();
		await page.getByRole("radio", { name: "1 hour" }).check();
		await poll("the new number", 10_000, async () => (await legend(page)).includes("4,321"));
	});

	it("show a number's trend in the tree", async () => {
		const tree = window.tree();
		await tree.expand("Statistics");
		const text = await hoverText(window.page, tree.row("Connection latency P95"));
		assert.match(text, /[▁▂▃▄▅▆▇█]{5}/);
		assert.match(text, /Last 3 hours: [\d.]+ ms–[\d.]+ ms/);
		await window.screenshot("statistics tooltip");
		const rows = await tree.rows();
		const spoken = rows.find(({ label }) => label === "Connection latency P95")?.ariaLabel ?? "";
		assert.match(spoken, /Last 3 hours: /);
		assert.doesNotMatch(spoken, /[▁▂▃▄▅▆▇█]/);
	});

	it("fit into a narrow editor", async () => {
		await window.command("View: Close Primary Side Bar");
		await window.page.setViewportSize({ width: 450, height: 950 });
		const page = await statistics();
		await poll("one column", 5000, () =>
			page.evaluate(() => document.documentElement.scrollWidth <= globalThis.innerWidth),
		);
		await window.screenshot("statistics narrow");
		await window.page.setViewportSize({ width: 1500, height: 950 });
	});

	it("are restored after a reload", async () => {
		// A window in a browser saves the state of its editors every few seconds.
		const tab = `${new URL(sample.url).host}: Statistics`;
		await poll(tab, 20_000, async () => (await window.placesWith(tab)).length > 0);
		await window.reload();
		const page = await statistics();
		await poll("1 hour", 10_000, () => page.getByRole("radio", { name: "1 hour" }).isChecked());
	});

	it("store nothing but numbers", async () => {
		const text = await readFile(file, "utf8");
		assert.ok(text.length > 100_000);
		const host = new URL(sample.url).host;
		for (const secret of [...markerSecrets, ...Object.values(sample.tokens), host]) {
			assert.equal(text.includes(secret), false);
		}
	});

	it("are deleted on request", async () => {
		await window.command("Coder Deployment: Clear Statistics");
		assert.match((await window.dialog.read()).message, /^Clear the stored statistics of /);
		await window.dialog.press("Clear");
		await poll("no old samples", 10_000, async () => {
			const text = await readFile(file, "utf8").catch(() => "");
			return text.length < 10_000;
		});
	});
});
