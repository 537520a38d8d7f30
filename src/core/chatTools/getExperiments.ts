import { readExperiments } from "../coder/experimentList.ts";
import { ensureFresh } from "../deployments/ensureFresh.ts";
import { shownValue } from "../deployments/shownValue.ts";
import { headOf } from "./head.ts";
import { deploymentInput } from "./inputs.ts";
import { withItems } from "./items.ts";
import { pickDeployment } from "./pickDeployment.ts";
import { tool } from "./tool.ts";

const ids = ["experiments", "experimentsAvailable"] as const;
/**
 * Determine whether a name is known and whether `*` is set. An account without permission gets the list without these
 * facts.
 */
const also = ["buildInfo", "deploymentConfig"] as const;

/** Lists experiments that are on, unknown to the server, or available. */
export const getExperiments = tool(
	{ deployment: deploymentInput("deployment") },
	async ({ deployment: wanted }, context) => {
		const deployment = pickDeployment(context, wanted);
		await ensureFresh(deployment, [...ids, ...also], context.now(), context.signal);
		const { snapshot } = deployment;
		const [on, safe] = [
			shownValue(snapshot.experiments),
			shownValue(snapshot.experimentsAvailable),
		];
		if (!on && !safe) return headOf(deployment, ids);
		const { list, wildcard } = readExperiments(
			on,
			safe,
			shownValue(snapshot.buildInfo),
			shownValue(snapshot.deploymentConfig),
		);
		const head = {
			...headOf(deployment, ids),
			...(wildcard && { wildcard }),
		};
		return withItems(
			head,
			"experiments",
			list.map(({ name, state }) => ({ name, state })),
			{ limit: Infinity },
		);
	},
);
