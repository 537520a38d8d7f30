import assert from "node:assert/strict";
import { licenseAttention } from "../../../src/core/license/licenseAttention.ts";
import { outline } from "../../../src/core/overview/outline.ts";
import { failureOf, recorded, recordedAt } from "../../support/recorded.ts";

describe("users whom a license concerns", () => {
	const entitlements = {
		body: {
			features: { scim: { entitlement: "grace_period", enabled: true } },
			has_license: true,
		},
	};
	const refused = { failure: failureOf("forbidden") };

	const look = async (answers: Parameters<typeof recorded>[0]) => {
		const deployment = await recorded({ entitlements, ...answers });
		const [node] = outline([deployment], deployment, recordedAt);
		return {
			hasSection: (node?.children ?? []).some(({ label }) => label === "License"),
			need: licenseAttention(deployment, recordedAt).need?.words,
		};
	};
	const shown = { hasSection: true, need: "license in its grace period" };

	it("are those who can read licenses or the configuration", async () => {
		assert.deepEqual(await look({ deploymentConfig: { body: { options: [] } } }), shown);
		assert.deepEqual(await look({ deploymentConfig: refused, licenses: { body: [] } }), shown);
	});

	it("don't include members, although everyone can read what the license allows", async () => {
		assert.deepEqual(await look({ deploymentConfig: refused, licenses: refused }), {
			hasSection: false,
			need: undefined,
		});
	});
});
