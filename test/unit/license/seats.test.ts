import assert from "node:assert/strict";
import type { LicensedFeature } from "../../../src/core/coder/licenseModel.ts";
import { isSeatName, seatName, seatsOf } from "../../../src/core/license/seats.ts";

const counted = (name: string, more: Partial<LicensedFeature>): LicensedFeature => ({
	name,
	entitlement: "entitled",
	enabled: true,
	...more,
});

function seats(...features: readonly LicensedFeature[]) {
	return seatsOf({ hasLicense: true, trial: false, features, warnings: [], errors: [] });
}

describe("counted features", () => {
	it("are those with a limit and a usage, and users even without a limit", () => {
		assert.deepEqual(
			seats(
				counted("managed_agent_limit", { limit: 10, actual: 3 }),
				counted("user_limit", { actual: 7 }),
				counted("agent_runtime_hours", { limit: 10 }),
				counted("scim", { actual: 1 }),
				counted("audit_log", {}),
				counted("ai_governance_user_limit", { limit: 0, actual: 0 }),
			),
			[
				["seats.managed_agent_limit", 3],
				["seats.user_limit", 7],
				["seats.ai_governance_user_limit", 0],
			],
		);
	});

	it("don't exist before the server reports any", () => {
		assert.deepEqual(seatsOf(undefined), []);
	});

	it("are at most ten, and those with names of at most 60 characters", () => {
		const many = Array.from({ length: 12 }, (_, index) =>
			counted(`feature_${String(index)}`, { limit: 1, actual: index }),
		);
		assert.deepEqual(
			seats(...many).map(([, actual]) => actual),
			[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
		);
		const [long, longer] = ["n".repeat(60), "n".repeat(61)];
		const both = [long, longer].map((name) => counted(name, { limit: 1, actual: 1 }));
		assert.deepEqual(seats(...both), [[`seats.${long}`, 1]]);
	});

	it("have names in samples that are recognized by their beginning", () => {
		assert.equal(isSeatName(seatName("user_limit")), true);
		assert.equal(isSeatName("workspaces.running"), false);
		assert.equal(isSeatName("not.seats."), false);
	});
});
