import assert from "node:assert/strict";
import "../../support/stable.ts";
import { statsContent } from "../../../src/ui/statistics/statsContent.ts";
import { readMessage } from "../../../src/ui/panels/readMessage.ts";
import { statsMessages } from "../../../src/ui/statistics/statsMessages.ts";
import { failureOf, saved, recorded } from "../../support/recorded.ts";
import { samplesBetween } from "./made.ts";

const now = Date.parse("2026-03-05T10:00:00Z");
const hour = 3_600_000;

describe("the content of the statistics panel", () => {
	it("contains the samples of the range, with more points in plots than in the table", async () => {
		const samples = samplesBetween(now - 48 * hour, now, 30_000);
		const content = statsContent(await recorded({}), samples, "1d", true, now);
		assert.deepEqual([content.from, content.to], [now - 24 * hour, now]);
		assert.equal(content.drawn.at.length, 720 + 1);
		assert.equal(content.table.at.length, 48 + 1);
		assert.equal(content.newest, now);
		assert.equal(content.problem, undefined);
		const bytes = JSON.stringify(content).length;
		console.log(`      a day: ${bytes} bytes`);
		assert.ok(bytes < 150_000);
	});

	it("names the missing permission, with previous samples", async () => {
		const failure = failureOf("forbidden", { message: "You may not.", advice: "Ask an owner." });
		const deployment = await recorded({ deploymentStats: { failure } });
		const content = statsContent(
			deployment,
			samplesBetween(now - hour, now, 30_000),
			"1h",
			true,
			now,
		);
		assert.deepEqual(content.problem?.message, "You may not.");
		assert.ok(content.drawn.at.length > 100);
	});

	it("asks the user to sign in", () => {
		const content = statsContent(undefined, [], "1h", true, now);
		assert.equal(content.problem?.action, "Sign In");
		assert.equal(content.deployment, undefined);
	});

	it("names the deployment, but not its account", async () => {
		const text = JSON.stringify(statsContent(await recorded({}), [], "all", true, now));
		assert.ok(text.includes(saved.name));
		assert.ok(!text.includes(saved.account.username + '"') && !text.includes("mira@"));
	});
});

describe("messages of the statistics page", () => {
	it("are parsed, and invalid ones ignored", () => {
		const good = [
			{ type: "ready", range: "6h" },
			{ type: "range", range: "all" },
			{ type: "refresh" },
			{ type: "copyCsv" },
			{ type: "act" },
		];
		for (const message of good) assert.deepEqual(readMessage(statsMessages, message), message);
		const bad = [null, "ready", {}, { type: "range", range: "9h" }, { type: 1 }];
		for (const message of [...bad, { type: "toString" }]) {
			assert.equal(readMessage(statsMessages, message), undefined);
		}
	});
});
