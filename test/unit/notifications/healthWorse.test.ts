import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { NotificationKind } from "../../../src/core/notifications/notification.ts";
import { failureOf } from "../../support/recorded.ts";
import { kindOf, ready, deploymentWith, looking } from "./support/kindBench.ts";

describe("the notification of worse health", () => {
	let kind: NotificationKind;
	beforeEach(() => {
		kind = kindOf("healthWorse");
	});

	it("waits until the report and what was dismissed are known", () => {
		const health = ready({ parts: {} });
		for (const slots of [
			{ health: { failures: 0, loading: true } },
			{ health: { ...health, failure: failureOf("network") } },
			{ health, healthSettings: { failures: 0, loading: true } },
		])
			assert.equal(kind.find(looking(deploymentWith(slots))), undefined);
	});

	it("says what got worse", () => {
		const one = { subject: "derp error", words: "DERP: x" };
		const context = looking(deploymentWith({}));
		assert.equal(
			kind.sentence("Larkspur", [one], context),
			"The health of Larkspur got worse. DERP: x.",
		);
		assert.equal(
			kind.sentence("Larkspur", [one, { subject: "access_url error", words: "URL: y" }], context),
			"The health of Larkspur got worse: DERP: x, URL: y.",
		);
	});
});
