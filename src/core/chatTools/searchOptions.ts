import { findingsOf } from "../findings/findingsOf.ts";
import { applyMuted, readMuted } from "../findings/muting.ts";
import { configView } from "../configuration/configView.ts";
import { ensureFresh } from "../deployments/ensureFresh.ts";
import { findOptions } from "../configuration/findOptions.ts";
import { shownValue } from "../deployments/shownValue.ts";
import { headOf } from "./head.ts";
import { deploymentInput, limitInput, queryInput, skipInput } from "./inputs.ts";
import { withItems } from "./items.ts";
import { optionFacts } from "./optionAnswer.ts";
import { pickDeployment } from "./pickDeployment.ts";
import { tool } from "./tool.ts";

const ids = ["deploymentConfig"] as const;
const defaultLimit = 20;

/** Finds options of the configuration with the search syntax of the panel. */
export const searchOptions = tool(
	{
		query: queryInput,
		deployment: deploymentInput("deployment"),
		limit: limitInput,
		skip: skipInput,
	},
	async ({ query = "", deployment: wanted, limit = defaultLimit, skip }, context) => {
		const deployment = pickDeployment(context, wanted);
		await ensureFresh(deployment, ids, context.now(), context.signal);
		const head = headOf(deployment, ids);
		const config = shownValue(deployment.snapshot.deploymentConfig);
		if (!config) return head;
		const muted = readMuted(context.mutedFindings);
		const { shown } = applyMuted(findingsOf(deployment.snapshot), muted, deployment.saved);
		const { found, all, unknown } = findOptions(configView(config, shown).groups, query);
		return withItems(
			{
				...head,
				optionsOfDeployment: config.options.length,
				...(!all && { match: "someWords" }),
				...(unknown.length > 0 && { unknownFilters: unknown.slice(0, 10) }),
			},
			"options",
			found.map(({ group, row }) => optionFacts(group, row)),
			{ limit, skip },
		);
	},
);
