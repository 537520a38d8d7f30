import { ensureFresh } from "../deployments/ensureFresh.ts";
import type { JsonObject } from "../base/json.ts";
import type { LicensedFeature } from "../coder/licenseModel.ts";
import { readLicense } from "../license/license.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import { headOf } from "./head.ts";
import { deploymentInput } from "./inputs.ts";
import { withItems } from "./items.ts";
import { isoTime } from "./isoTime.ts";
import { pickDeployment } from "./pickDeployment.ts";
import { tool } from "./tool.ts";

const ids = ["entitlements", "licenses"] as const;

/** Describes the license: its state, its end, and its limits. */
export const getLicense = tool(
	{ deployment: deploymentInput("deployment") },
	async ({ deployment: wanted }, context) => {
		const deployment = pickDeployment(context, wanted);
		await ensureFresh(deployment, ids, context.now(), context.signal);
		const head = headOf(deployment, ids);
		const license = readLicense(deployment.snapshot, context.now());
		if (!license) return head;
		const { kind, trial, termEndsAt, endsAt, featureSet, entitlements } = license;
		const facts = omitUndefined({
			state: kind,
			trial,
			featureSet,
			termEndsAt: isoTime(termEndsAt),
			gracePeriodEndsAt: isoTime(endsAt),
			warnings: entitlements.warnings,
			errors: entitlements.errors,
		});
		return withItems(
			{ ...head, license: facts },
			"features",
			entitlements.features.map(featureFacts),
			{
				limit: Infinity,
			},
		);
	},
);

function featureFacts({ name, entitlement, enabled, limit, actual }: LicensedFeature): JsonObject {
	return omitUndefined({ name, entitlement, enabled, limit, used: actual });
}
