import { ensureFresh } from "../deployments/ensureFresh.ts";
import type { JsonObject } from "../base/json.ts";
import type { BuildInfo } from "../coder/model.ts";
import { updateSentence } from "../overview/update.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import { shownValue } from "../deployments/shownValue.ts";
import { buildKind, readUpdate, type UpdateState } from "../coder/updateState.ts";
import { headOf } from "./head.ts";
import { deploymentInput } from "./inputs.ts";
import { pickDeployment } from "./pickDeployment.ts";
import { tool } from "./tool.ts";

const ids = ["buildInfo", "updateCheck"] as const;

/** Describes the server and whether an update is available. */
export const getBuild = tool(
	{ deployment: deploymentInput("deployment") },
	async ({ deployment: wanted }, context) => {
		const deployment = pickDeployment(context, wanted);
		await ensureFresh(deployment, ids, context.now(), context.signal);
		const build = shownValue(deployment.snapshot.buildInfo);
		const update = readUpdate(shownValue(deployment.snapshot.updateCheck), build);
		return {
			...headOf(deployment, ids),
			...(build && { build: buildFacts(build) }),
			update: updateFacts(update),
		};
	},
);

function buildFacts(build: BuildInfo): JsonObject {
	const { version, externalUrl, dashboardUrl, deploymentId, upgradeMessage } = build;
	const { agentApiVersion, provisionerApiVersion, telemetry, workspaceProxy } = build;
	return omitUndefined({
		version,
		kind: buildKind(version),
		source: externalUrl,
		dashboardUrl,
		deploymentId,
		agentApiVersion,
		provisionerApiVersion,
		telemetry,
		isWorkspaceProxy: workspaceProxy,
		upgradeMessageOfAdministrators: upgradeMessage || undefined,
	});
}

function updateFacts(state: UpdateState): JsonObject {
	const summary = updateSentence(state);
	if (state.kind === "unknown" || state.kind === "notChecked")
		return { state: state.kind, summary };
	const { kind, latest, url } = state;
	return { state: kind, summary, latestStable: latest, releaseNotes: url };
}
