import assert from "node:assert/strict";
import type { JsonValue } from "../../../src/core/base/json.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";

const license = (claims: JsonValue, id: JsonValue = 1) => {
	const parsed = parseAnswer("licenses", [{ id, claims }]);
	return parsed.ok ? parsed.value[0] : parsed.field;
};

const entitlements = (body: JsonValue) => {
	const parsed = parseAnswer("entitlements", body);
	assert.ok(parsed.ok);
	return parsed.value;
};

describe("licenses", () => {
	it("have their times in ms, and nothing else that identifies anyone", () => {
		const claims = {
			trial: true,
			feature_set: "PREMIUM",
			nbf: 1_700_000_000,
			license_expires: 1_800_000_000,
			exp: 1_800_604_800,
			account_type: "salesforce",
			account_id: "made-up",
		};
		assert.deepEqual(license(claims), {
			id: 1,
			trial: true,
			featureSet: "PREMIUM",
			startsAt: 1_700_000_000_000,
			termEndsAt: 1_800_000_000_000,
			endsAt: 1_800_604_800_000,
		});
	});

	it("lack what the server doesn't report or no date can represent", () => {
		const none = { id: 1, trial: false };
		for (const claims of [null, {}, { feature_set: "", nbf: null, trial: null }]) {
			assert.deepEqual(license(claims), none);
		}
		for (const exp of [0, -1, 8.64e12, 1e300]) assert.deepEqual(license({ exp }), none);
		assert.deepEqual(license({ exp: 8.64e12 - 1 }), { ...none, endsAt: 8.64e15 - 1000 });
	});
});

describe("entitlements", () => {
	it("are not entitled and off unless the server says otherwise", () => {
		assert.deepEqual(entitlements({ features: { audit_log: {} }, warnings: null, errors: null }), {
			hasLicense: false,
			trial: false,
			features: [{ name: "audit_log", entitlement: "not_entitled", enabled: false }],
			warnings: [],
			errors: [],
		});
		assert.deepEqual(entitlements({ features: null }).features, []);
	});

	it("have the limits and the use of features", () => {
		const feature = { entitlement: "grace_period", enabled: true, limit: 10, actual: 0 };
		const read = entitlements({
			features: { user_limit: feature, agents: { limit: 9223372036854775807n, actual: null } },
			has_license: true,
			trial: true,
			errors: ["Over the limit."],
			refreshed_at: "2026-08-07T10:00:00Z",
		});
		assert.deepEqual(read, {
			hasLicense: true,
			trial: true,
			features: [
				{ name: "user_limit", ...feature },
				{ name: "agents", entitlement: "not_entitled", enabled: false, limit: 2 ** 63 },
			],
			warnings: [],
			errors: ["Over the limit."],
			refreshedAt: Date.parse("2026-08-07T10:00:00Z"),
		});
	});

	it("are a few hundred at most, with short names, and a few texts", () => {
		const features = Object.fromEntries(
			Array.from({ length: 250 }, (_unused, index) => [`${String(index)}-${"x".repeat(200)}`, {}]),
		);
		const texts = Array.from({ length: 30 }, (_unused, index) => `Text ${String(index)}.`);
		const read = entitlements({ features, warnings: texts, errors: texts });
		assert.equal(read.features.length, 200);
		assert.equal(read.features[0]?.name.length, 100);
		assert.deepEqual(read.warnings, texts.slice(0, 20));
		assert.deepEqual(read.errors, texts.slice(0, 20));
	});
});
