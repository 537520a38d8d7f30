import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { NotificationKind } from "../../../src/core/notifications/notification.ts";
import { failureOf } from "../../support/recorded.ts";
import type { SlotParts } from "../../support/snapshotOf.ts";
import { kindOf, ready, deploymentWith, looking } from "./support/kindBench.ts";

describe("the notification of an ended session", () => {
	let kind: NotificationKind;
	beforeEach(() => {
		kind = kindOf("sessionEnded");
	});

	const ended = { failure: failureOf("signedOut", { message: "It has ended." }) };

	it("offers to sign in again", () => {
		const found = { subject: "ended", words: "It has ended." };
		const user = { failures: 1, loading: false, ...ended };
		const context = looking(deploymentWith({ user }));
		assert.deepEqual(kind.find(context), [found]);
		assert.deepEqual(kind.buttons?.(found, context), [
			{ title: "Sign In Again", action: { command: "coderDeployment.signInAgain" } },
		]);
	});

	it("mentions data that requires the session, and only that", () => {
		const found = [{ subject: "ended", words: "It has ended." }] as const;
		const say = (slots: SlotParts) =>
			kind.sentence("Larkspur", found, looking(deploymentWith(slots)));
		assert.equal(say({ buildInfo: ready({}) }), "Larkspur: It has ended.");
		const shown = "It has ended. Showing the last known data for Larkspur.";
		assert.equal(say({ user: ready({}) }), shown);
		assert.equal(say({ experiments: ready([], ended) }), shown);
	});
});
