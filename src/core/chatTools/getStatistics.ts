import { ensureFresh } from "../deployments/ensureFresh.ts";
import type { JsonObject } from "../base/json.ts";
import type { DeploymentStats, NamedCount } from "../coder/model.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import { shownValue } from "../deployments/shownValue.ts";
import { headOf } from "./head.ts";
import { deploymentInput } from "./inputs.ts";
import { withItems } from "./items.ts";
import { isoTime } from "./isoTime.ts";
import { pickDeployment } from "./pickDeployment.ts";
import { shorten } from "./texts.ts";
import { tool } from "./tool.ts";

const ids = ["deploymentStats"] as const;

/** Reports statistics: workspaces, sessions, latency, and traffic. */
export const getStatistics = tool(
	{ deployment: deploymentInput("deployment") },
	async ({ deployment: wanted }, context) => {
		const deployment = pickDeployment(context, wanted);
		await ensureFresh(deployment, ids, context.now(), context.signal);
		const head = headOf(deployment, ids);
		const stats = shownValue(deployment.snapshot.deploymentStats);
		if (!stats) return head;
		const facts = { ...head, ...statsFacts(stats) };
		if (stats.others.length === 0) return facts;
		return withItems(
			facts,
			"otherNumbers",
			stats.others.map(({ name, count }) => ({ name, count })),
		);
	},
);

function statsFacts(stats: DeploymentStats): JsonObject {
	return omitUndefined({
		windowFrom: isoTime(stats.aggregatedFrom),
		windowTo: isoTime(stats.collectedAt),
		workspacesByState: counts(stats.workspaces),
		sessionsByApp: counts(stats.sessions),
		latencyP50Ms: stats.latencyP50Ms,
		latencyP95Ms: stats.latencyP95Ms,
		bytesToWorkspaces: stats.rxBytes,
		bytesFromWorkspaces: stats.txBytes,
	});
}

/** Servers report five workspace states and four apps. The number of unknown ones is limited. */
function counts(list: readonly NamedCount[]): JsonObject {
	return Object.fromEntries(list.slice(0, 20).map(({ name, count }) => [shorten(name, 50), count]));
}
