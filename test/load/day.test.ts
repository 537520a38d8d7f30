import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { endpointIds } from "../../src/core/coder/endpoints.ts";
import { SharedFolder } from "../../src/core/deployments/sharedAnswers.ts";
import { stateOf } from "../../src/core/deployments/slot.ts";
import { recordFigure } from "./figures.ts";
import { heapBytes } from "./heapBytes.ts";
import {
	hour,
	minute,
	startLife,
	total,
	type EditorWindow,
	type Life,
} from "../integration/deployments/support/life.ts";

/** The maximum number of requests per endpoint and day; statistics are visible for about five hours of it. */
const mostADay = 30;
const mostStatsADay = 650;

describe("a day of use, in seconds", function () {
	this.timeout(180_000);
	let life: Life;
	let counts: Record<string, number>;
	let watchedMs: number;

	/** Minutes of work: half of them in the editor, alternating every ten minutes. */
	const work = async (window: EditorWindow, minutes: number, looking: boolean): Promise<void> => {
		for (let left = minutes; left > 0; left -= 10) {
			const inEditor = (left / 10) % 2 === 0;
			window.focus(inEditor);
			if (inEditor && looking) watchedMs += 10 * minute;
			await life.pass(10 * minute);
			take();
		}
		window.focus(false);
	};

	const take = (): void => {
		for (const [endpoint, count = 0] of Object.entries(life.taken()))
			counts[endpoint] = (counts[endpoint] ?? 0) + count;
	};

	beforeEach(async () => {
		life = await startLife();
		counts = {};
		watchedMs = 0;
	});
	afterEach(() => life.end());

	/** Simulates a day from nine to nine, for a user who often has the view open. */
	const aDay = async (window: EditorWindow): Promise<void> => {
		window.show("statusBar", "badge");
		await work(window, 60, false);
		window.show("statusBar", "badge", "overview");
		await work(window, 120, true);
		// Lunch, while the machine sleeps.
		life.clock.shift(hour);
		window.show("statusBar", "badge", "overview", "configurationPanel");
		await work(window, 60, true);
		// For twenty minutes, the server doesn't respond while the user watches; then it has another version.
		window.focus(true);
		await life.sample.stop();
		await life.pass(20 * minute);
		await life.sample.restart();
		const upgrades = { "v2.35.1+8b44bd6": "next", "v2.36.0+5a3b1c0": "current" } as const;
		const version = window.store.snapshot.buildInfo.value?.version as keyof typeof upgrades;
		life.sample.upgrade(upgrades[version]);
		watchedMs += 40 * minute;
		await life.pass(20 * minute);
		take();
		assert.notEqual(window.store.snapshot.buildInfo.value?.version, version);
		// Statistics stay visible for a long evening.
		window.show("statusBar", "badge", "statisticsPanel");
		watchedMs += 3 * hour;
		await life.pass(3 * hour);
		take();
		// The night, with the editor open in the background.
		window.focus(false);
		const before = total(counts);
		await life.pass(13 * hour);
		take();
		assert.equal(total(counts), before);
		window.show("statusBar", "badge", "overview");
		window.focus(true);
		await life.settle();
		take();
		for (const id of endpointIds) assert.equal(stateOf(window.store.snapshot[id]), "ready", id);
	};

	it("stays within the limits for requests, including an outage and an upgrade, and for memory", async () => {
		const window = life.open(undefined, Math.random);
		await aDay(window);
		const first = { ...counts };
		const { deploymentStats = 0, ...others } = first;
		for (const [endpoint, count] of Object.entries(others))
			assert.ok(count <= mostADay, `${endpoint}: ${count}`);
		assert.ok(deploymentStats <= mostStatsADay, `deploymentStats: ${deploymentStats}`);
		assert.ok(deploymentStats <= watchedMs / 30_000 + 30, `deploymentStats: ${deploymentStats}`);

		const early = heapBytes();
		await aDay(window);
		const grownBytes = heapBytes() - early;
		recordFigure("day", { requests: total(first), heapGrowthBytes: grownBytes, ...first });
		assert.ok(grownBytes < 2_000_000, `the heap grew by ${grownBytes} bytes`);
	});

	it("takes hardly more requests with two windows than with one", async () => {
		/** An hour of work that alternates between windows every two minutes, with the view open in all of them. */
		const anHour = async (windows: readonly EditorWindow[]): Promise<Record<string, number>> => {
			counts = {};
			for (const window of windows) {
				window.focus(false);
				window.show("overview", "statusBar", "badge");
			}
			for (let turn = 0; turn < 30; turn++) {
				const here = windows[turn % windows.length];
				here?.focus(true);
				await life.pass(2 * minute);
				here?.focus(false);
			}
			take();
			for (const window of windows) window.close();
			// Nothing of it helps the next run.
			await life.pass(7 * hour);
			return counts;
		};
		const root = await mkdtemp(path.join(tmpdir(), "two-windows-"));
		try {
			const folder = () => new SharedFolder(root, "1.0.0");
			const one = total(await anHour([life.open(folder())]));
			const two = total(await anHour([life.open(folder()), life.open(folder())]));
			const apart = total(await anHour([life.open(), life.open()]));
			recordFigure("twoWindows", { oneWindow: one, twoWindows: two, twoWindowsApart: apart });
			assert.ok(two <= one * 1.02, `${two} requests of two windows, ${one} of one`);
			assert.ok(two < apart, `${two} requests of two windows, ${apart} without sharing`);
		} finally {
			await life.settle();
			await rm(root, { recursive: true, force: true });
		}
	});
});
