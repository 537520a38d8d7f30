import assert from "node:assert/strict";
import "../../support/stable.ts";
import { changeRows } from "../../../src/core/comparison/changeRow.ts";
import { compareOptions } from "../../../src/core/comparison/compare.ts";
import { configView } from "../../../src/core/configuration/configView.ts";
import type { PanelContent } from "../../../src/protocol/configuration.ts";
import { plotsOf } from "../../../src/core/statistics/plots.ts";
import type { CompareContent } from "../../../src/protocol/comparison.ts";
import type { StatsContent } from "../../../src/protocol/statistics.ts";
import { deploymentOf } from "../../unit/findings/support/findingsAt.ts";
import { findingsOf } from "../../../src/core/findings/findingsOf.ts";
import { closePages, harbourContent, openPage } from "../../unit/configuration/support/browser.ts";
import { harbour } from "../../unit/configuration/support/options.ts";
import { TestWindow } from "../../unit/configuration/support/testWindow.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { pageTexts } from "../../unit/l10n/support/pageTexts.ts";
import {
	Data,
	derived,
	speakEnglish,
	speakPseudo,
	untranslated,
} from "../../unit/l10n/support/pseudo.ts";

const problem = { message: "It is closed.", advice: "Come back.", action: "Try it" };

describe("pseudo-localization of pages", function () {
	this.timeout(slowMachine);
	beforeEach(async () => {
		speakPseudo();
		speakPseudo(await import("../../../src/core/base/l10n.ts"));
	});
	afterEach(async () => {
		closePages();
		speakEnglish();
		speakEnglish(await import("../../../src/core/base/l10n.ts"));
	});

	/** Returns everything that the configuration page shows for contents, in sequence, and while typing. */
	async function configTexts(contents: readonly PanelContent[]): Promise<string[]> {
		const { page, document, settle, type } = await openPage();
		const texts: string[] = [];
		for (const content of contents) {
			page.show(content);
			for (const typed of ["", "@", "no such ship @moon"]) {
				type(typed);
				await settle();
				texts.push(...pageTexts(document));
			}
		}
		return texts;
	}

	it("covers the configuration page", async () => {
		const { view: _, ...withoutView } = harbourContent();
		const texts = await configTexts([
			harbourContent(),
			harbourContent({ problem }),
			{ ...withoutView, problem },
			{ ...withoutView, loading: true },
		]);
		const { options } = harbour();
		const data = new Data(options, derived(options), harbourContent().deployment, problem, "moon");
		assert.deepEqual(untranslated(texts, data), []);
	});

	it("covers the configuration page with findings", async () => {
		const { snapshot } = await deploymentOf({ company: true });
		const config = snapshot.deploymentConfig.value;
		assert.ok(config);
		const view = configView(config, findingsOf(snapshot));
		const texts = await configTexts([harbourContent({ view })]);
		const data = new Data(
			config.options,
			derived(config.options),
			harbourContent().deployment,
			"moon",
		);
		assert.deepEqual(untranslated(texts, data), []);
	});

	it("covers the comparison page", async () => {
		const [before, after] = await Promise.all(
			(["old", "current"] as const).map(async (version) => {
				const { snapshot } = await deploymentOf({ version, company: version === "current" });
				return snapshot.deploymentConfig.value?.options ?? [];
			}),
		);
		assert.ok(before && after);
		const names = { left: "staging", right: "production" };
		const sources = {
			left: { kind: "defaults", deployment: "key" },
			right: { kind: "deployment", deployment: "key" },
		} as const;
		const content: CompareContent = {
			sources,
			loading: false,
			result: {
				left: { name: names.left, version: "v1.0.0", notes: [problem.message] },
				right: { name: names.right, detail: "https://coder.example", notes: [] },
				rows: changeRows(compareOptions(before, after)),
				linked: true,
			},
		};
		const { ComparePage } = await import("../../../src/webview/comparison/comparePage.ts");
		const testWindow = new TestWindow();
		try {
			const { document } = testWindow.window;
			const page = new ComparePage(document.body, {
				postMessage: () => undefined,
				getState: () => undefined,
				setState: () => undefined,
			});
			const texts = [
				content,
				{ sources, loading: true },
				{ sources, loading: false, problem: problem.message },
			].flatMap((one) => {
				page.show(one);
				return pageTexts(document);
			});
			const options = [...before, ...after];
			const data = new Data(options, derived(options), names, problem);
			assert.deepEqual(untranslated(texts, data), []);
		} finally {
			testWindow.close();
		}
	});

	it("covers the statistics page, as plots and as tables", async () => {
		const { StatsPage } = await import("../../../src/webview/statistics/statsPage.ts");
		const names = [
			"workspaces.running",
			"workspaces.odd",
			"p50",
			"p95",
			"rx",
			"tx",
			"sessions.vscode",
		];
		const values = Object.fromEntries(names.map((name) => [name, 3_000_000]));
		const samples = [1, 2, 3].map((at) => ({
			at: at * 30_000,
			id: at,
			intervalMs: 30_000,
			values,
		}));
		const plots = plotsOf(samples, 100, 120_000);
		const deployment = { key: "key", name: "harbour", host: "harbour.example" };
		const usual = {
			deployment,
			loading: false,
			kept: true,
			range: "1h",
			from: 0,
			to: 9e5,
		} as const;
		const none = plotsOf([], 100, 120_000);
		const testWindow = new TestWindow();
		try {
			const { document } = testWindow.window;
			const texts = [true, false].flatMap((table) => {
				const page = new StatsPage(
					document.body,
					{ postMessage: () => undefined, getState: () => ({ table }), setState: () => undefined },
					() => ({ show: () => undefined, point: () => undefined }),
				);
				const contents: readonly StatsContent[] = [
					{ ...usual, newest: 90_000, drawn: plots, table: plots },
					{ ...usual, drawn: none, table: none },
					{ ...usual, kept: false, problem, drawn: none, table: none },
					{ ...usual, loading: true, newest: 90_000, drawn: none, table: none },
				];
				return contents.flatMap((content) => {
					page.show(content);
					return pageTexts(document);
				});
			});
			const setting = "coderDeployment.statistics.keep";
			const data = new Data(deployment, problem, "odd", "P50", "P95", setting);
			assert.deepEqual(untranslated(texts, data), []);
		} finally {
			testWindow.close();
		}
	});
});
