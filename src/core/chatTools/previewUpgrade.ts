import { ensureFresh } from "../deployments/ensureFresh.ts";
import type { Deployment } from "../deployments/deployment.ts";
import type { JsonObject } from "../base/json.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import {
	editionOf,
	planDeploymentUpgrade,
	releaseNamed,
	upgradeEndpoints,
} from "../upgrade/deploymentUpgrade.ts";
import { releaseEdition } from "../upgrade/edition.ts";
import { headOf } from "./head.ts";
import { deploymentInput, limitInput, skipInput } from "./inputs.ts";
import { withItems } from "./items.ts";
import { pickDeployment } from "./pickDeployment.ts";
import { shorten } from "./texts.ts";
import { tool } from "./tool.ts";

const ids = ["deploymentConfig", "buildInfo"] as const;

/** Lists what an upgrade changes for a deployment: facts about options, but not their values. */
export const previewUpgrade = tool(
	{
		deployment: deploymentInput("deployment"),
		target: deploymentInput("target"),
		limit: limitInput,
		skip: skipInput,
	},
	async ({ deployment: wanted, target, ...page }, context) => {
		const deployment = pickDeployment(context, wanted);
		const refresh = (one: Deployment): Promise<unknown> =>
			ensureFresh(one, upgradeEndpoints, context.now(), context.signal);
		await refresh(deployment);
		const head = headOf(deployment, ids);
		const from = editionOf(deployment);
		if (!from) return head;
		const release = releaseNamed(target);
		const other =
			target === undefined || release !== undefined ? undefined : pickDeployment(context, target);
		if (other) await refresh(other);
		const wantedEdition = other
			? editionOf(other)
			: release === undefined
				? undefined
				: releaseEdition(release);
		if (other && !wantedEdition) return headOf(other, ids);
		const name = shorten(deployment.saved.name, 100);
		const { to, plan, problem = "" } = planDeploymentUpgrade(deployment, from, wantedEdition, name);
		if (!to || !plan) return { ...head, problem };
		return withItems(
			{ ...head, from: from.name, to: to.name, notes: plan.notes },
			"changes",
			plan.sections.flatMap(({ title, groups }) =>
				groups.flatMap(({ lines }) =>
					lines.map(({ id, name: called, text, stops }): JsonObject =>
						omitUndefined({
							section: title,
							id,
							name: called,
							text: text === "" ? undefined : text,
							stopsServer: stops,
						}),
					),
				),
			),
			page,
		);
	},
);
