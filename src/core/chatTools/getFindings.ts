import * as z from "zod/mini";
import { findingsOf } from "../findings/findingsOf.ts";
import type { Finding } from "../findings/finding.ts";
import { applyMuted, readMuted } from "../findings/muting.ts";
import { severities } from "../findings/severity.ts";
import { ensureFresh } from "../deployments/ensureFresh.ts";
import type { JsonObject } from "../base/json.ts";
import { t } from "../base/l10n.ts";
import { shownValue } from "../deployments/shownValue.ts";
import { headOf } from "./head.ts";
import { deploymentInput, limitInput, skipInput } from "./inputs.ts";
import { withItems } from "./items.ts";
import { pickDeployment } from "./pickDeployment.ts";
import { tool } from "./tool.ts";

const ids = ["deploymentConfig"] as const;
const also = ["buildInfo", "experiments", "experimentsAvailable"] as const;

const severityInput = z.enum(severities, {
	error: () => t("“severity” must be one of: {0}.", severities.join(", ")),
});

/** Lists findings, without those that the user muted. */
export const getFindings = tool(
	{
		deployment: deploymentInput("deployment"),
		severity: severityInput,
		limit: limitInput,
		skip: skipInput,
	},
	async ({ deployment: wanted, severity, ...page }, context) => {
		const deployment = pickDeployment(context, wanted);
		await ensureFresh(deployment, [...ids, ...also], context.now(), context.signal);
		const head = headOf(deployment, ids);
		if (!shownValue(deployment.snapshot.deploymentConfig)) return head;
		const muted = readMuted(context.mutedFindings);
		const findings = applyMuted(findingsOf(deployment.snapshot), muted, deployment.saved);
		const matching = findings.shown.filter((one) => !severity || one.severity === severity);
		const hidden = findings.muted.length;
		return withItems(
			{ ...head, ...(hidden > 0 && { mutedByUser: hidden }) },
			"findings",
			matching.map(findingFacts),
			page,
		);
	},
);

function findingFacts({ link, upgradeTo: _upgradeTo, ...finding }: Finding): JsonObject {
	return { ...finding, ...(link !== undefined && { documentation: link }) };
}
