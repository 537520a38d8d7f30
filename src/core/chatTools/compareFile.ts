import { changeRow } from "../comparison/changeRow.ts";
import { compareOptions } from "../comparison/compare.ts";
import { ensureFresh } from "../deployments/ensureFresh.ts";
import { shownValue } from "../deployments/shownValue.ts";
import { countDrift, driftOf } from "../files/drift.ts";
import { fileSide } from "../files/fileSide.ts";
import { KnownVariables } from "../variables/known.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import { t } from "../base/l10n.ts";
import { changeFacts, comparedIds } from "./changeFacts.ts";
import { headOf } from "./head.ts";
import { deploymentInput, fileInput, limitInput, skipInput } from "./inputs.ts";
import { withItems } from "./items.ts";
import { pickDeployment } from "./pickDeployment.ts";
import { shorten } from "./texts.ts";
import { tool } from "./tool.ts";

/**
 * Compares a file of the workspace with a deployment: the options that differ, and those that only one of them sets.
 */
export const compareFile = tool(
	{
		file: fileInput,
		deployment: deploymentInput("deployment"),
		limit: limitInput,
		skip: skipInput,
	},
	async ({ file, deployment: wanted, ...page }, context) => {
		if (file === undefined)
			throw new Error(t("“file” must be the path of a file in the workspace."));
		const found = await context.readFile(file);
		if (!found) {
			throw new Error(t("The workspace has no readable file {0}.", shorten(file, 200)));
		}
		const path = shorten(found.path, 300);
		if (found.settings.length === 0) throw new Error(t("{0} doesn't set any Coder options.", path));
		const deployment =
			wanted === undefined
				? (found.deployment ?? pickDeployment(context))
				: pickDeployment(context, wanted);
		await ensureFresh(deployment, comparedIds, context.now(), context.signal);
		const version = shownValue(deployment.snapshot.buildInfo)?.version;
		const head = { file: path, ...headOf(deployment, comparedIds), ...(version && { version }) };
		const options = shownValue(deployment.snapshot.deploymentConfig)?.options;
		if (!options) return head;
		const reference = { options, version };
		const side = fileSide(found.settings, reference, new KnownVariables(undefined));
		const rows = compareOptions(side.options, options).map(changeRow);
		return withItems(
			{
				...head,
				counts: { ...countDrift(driftOf(found.settings, reference)) },
				notes: [...side.notes],
			},
			"changes",
			rows.map((row) => {
				const setting = side.settings.get(row.id);
				const line = setting && found.lineAt(setting.nameSpan.from);
				return omitUndefined({ ...changeFacts(row), line });
			}),
			page,
		);
	},
);
