import { ensureFresh } from "../deployments/ensureFresh.ts";
import type { JsonObject } from "../base/json.ts";
import { docsOfCode } from "../health/codeDocs.ts";
import { healthLines, shownReport, type HealthLine } from "../health/health.ts";
import { explainCode, lineWords, partName } from "../health/words.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import { headOf } from "./head.ts";
import { deploymentInput } from "./inputs.ts";
import { withItems } from "./items.ts";
import { pickDeployment } from "./pickDeployment.ts";
import { tool } from "./tool.ts";

const ids = ["health"] as const;

/** Reports the server's latest health check. Never runs a check, and never sends the token to another host. */
export const getHealth = tool(
	{ deployment: deploymentInput("deployment") },
	async ({ deployment: wanted }, context) => {
		const deployment = pickDeployment(context, wanted);
		await ensureFresh(deployment, [...ids, "healthSettings"], context.now(), context.signal);
		const { snapshot } = deployment;
		const report = shownReport(snapshot);
		const head = headOf(deployment, ids);
		if (!report) return head;
		return withItems(
			{
				...head,
				...(report.time !== undefined && { checkedAt: new Date(report.time).toISOString() }),
			},
			"parts",
			healthLines(report, snapshot.healthSettings.value).map(lineFacts),
			{ limit: Infinity },
		);
	},
);

function lineFacts(line: HealthLine): JsonObject {
	const { id, severity, dismissed, messages, follows } = line;
	return omitUndefined({
		part: partName(id),
		severity,
		summary: lineWords(line),
		dismissed: dismissed || undefined,
		causedByAccessUrl: follows || undefined,
		messages:
			messages.length === 0
				? undefined
				: messages.map(({ code, text }) =>
						omitUndefined({
							code,
							text,
							whatToDo: explainCode(code)?.advice,
							documentation: docsOfCode(code),
						}),
					),
	});
}
