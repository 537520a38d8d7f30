import assert from "node:assert/strict";
import "../../support/stable.ts";
import { FindingsCache } from "../../../src/core/findings/findingsCache.ts";
import { findingsReport } from "../../../src/core/findings/report.ts";
import { endpoints } from "../../../src/core/coder/endpoints.ts";
import { findingsSection } from "../../../src/core/overview/findings.ts";
import { outline } from "../../../src/core/overview/outline.ts";
import { allAttention } from "../../support/attention.ts";
import { statusBarView } from "../../../src/core/overview/statusBarView.ts";
import { deploymentSummary } from "../../../src/core/overview/summary.ts";
import { now, play, scenes } from "../../support/scenes.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { outlineTexts } from "../../unit/l10n/support/outlineTexts.ts";
import { Data, speakEnglish, speakPseudo, untranslated } from "../../unit/l10n/support/pseudo.ts";

/** The setting that turns off the verification of a deployment's certificate. */
const insecure = "coder.insecure";

describe("pseudo-localization of the tree", function () {
	this.timeout(slowMachine);
	beforeEach(() => {
		speakPseudo();
	});
	afterEach(() => {
		speakEnglish();
	});

	for (const [name, scene] of Object.entries(scenes)) {
		it(`covers the tree of ${name}, its status bar, summary, findings, and report`, async () => {
			const { store, host } = await play(scene);
			const { snapshot, saved } = store;
			const findings = new FindingsCache().findings(store, {});
			const status = statusBarView(store, {
				several: true,
				insecureBecause: insecure,
				attention: allAttention(),
			});
			const texts = [
				...outlineTexts(outline([store], store, now, { insecureBecause: () => insecure })),
				...outlineTexts([findingsSection(saved.key, snapshot, findings)]),
				status.text,
				status.spoken,
				...status.facts,
				deploymentSummary(store),
				findingsReport({ deployment: saved, version: "v2.36.0", at: now }, findings),
			];
			const { buildInfo, deploymentSsh } = snapshot;
			const data = new Data(
				snapshot,
				store.server,
				saved,
				`Coder ${saved.name}`,
				host,
				insecure,
				endpoints,
				findings.shown.map(({ rule }) => rule),
				// What they show is assembled from values.
				buildInfo.value?.version.split("+")[1]?.slice(0, 7),
				deploymentSsh.value?.options.map((pair) => pair.join(" ")),
				`${saved.name} Coder`,
				new URL(buildInfo.value?.dashboardUrl || saved.url).host,
			);
			assert.ok(texts.length > 20);
			assert.deepEqual(untranslated(texts, data), []);
		});
	}
});
