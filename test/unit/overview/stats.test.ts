import assert from "node:assert/strict";
import { setLocale } from "../../../src/core/base/l10n.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import { statsSection } from "../../../src/core/overview/stats.ts";
import type { Snapshot } from "../../../src/core/deployments/slot.ts";
import { parseJson } from "../../../src/core/base/json.ts";
import { liveAnswer, liveVersions, needLiveAnswers } from "../../support/liveAnswers.ts";

/** Returns the text of the row Window for an answer of `GET /deployment/stats`. */
function windowOf(body: string): string | undefined {
	const parsed = parseAnswer("deploymentStats", parseJson(body));
	assert.ok(parsed.ok);
	const slot = { value: parsed.value, at: 0, triedAt: 0, failures: 0, loading: false };
	const snapshot = { deploymentStats: slot } as unknown as Snapshot;
	const rows = statsSection("d", snapshot).children ?? [];
	return rows.find(({ id }) => id.endsWith("/window"))?.description;
}

const body = (windowMs: number) => {
	const collected = Date.UTC(2026, 10, 28, 2, 6, 10);
	return JSON.stringify({
		aggregated_from: new Date(collected - windowMs).toISOString(),
		collected_at: new Date(collected).toISOString(),
		next_update_at: new Date(collected + 30_000).toISOString(),
		workspaces: { running: 0 },
		session_count: { vscode: 0 },
	});
};

describe("the period of the statistics", () => {
	before(() => {
		setLocale("en");
	});
	after(() => {
		setLocale(undefined);
	});

	for (const noise of [-400, 0, 1, 11, 387, 4200, 20_000]) {
		it(`is 15 minutes, with ${noise} ms of a slow query`, () => {
			assert.equal(windowOf(body(900_000 + noise)), "15 minutes");
		});
	}

	it("is shown to the second if it is short", () => {
		assert.equal(windowOf(body(30_004)), "30 seconds");
		assert.equal(windowOf(body(3_600_000)), "1 hour");
	});

	describe("with real servers", () => {
		before(function () {
			needLiveAnswers(this);
		});
		for (const version of liveVersions) {
			it(`is 15 minutes (${version})`, () => {
				assert.equal(windowOf(liveAnswer(version, "owner-stats").body), "15 minutes");
			});
		}
	});
});
