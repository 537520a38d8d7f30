import { ensureFresh } from "../deployments/ensureFresh.ts";
import { shownValue } from "../deployments/shownValue.ts";
import type { Deployment } from "../deployments/deployment.ts";
import type { JsonObject } from "../base/json.ts";
import { t } from "../base/l10n.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import { allReleases, mainBuild, releaseName } from "../coder/release.ts";
import { readUpdate } from "../coder/updateState.ts";
import { releaseEdition, serverEdition, type Edition } from "../upgrade/edition.ts";
import { noUpgrade, upgradePlan } from "../upgrade/plan.ts";
import { defaultTarget } from "../upgrade/target.ts";
import { headOf } from "./head.ts";
import { deploymentInput, limitInput, skipInput } from "./inputs.ts";
import { withItems } from "./items.ts";
import { pickDeployment } from "./pickDeployment.ts";
import { shorten } from "./texts.ts";
import { tool } from "./tool.ts";

const ids = ["deploymentConfig", "buildInfo"] as const;
/** Provide the latest release and the enabled experiments. The preview also works without them. */
const also = ["updateCheck", "experiments"] as const;

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
		const ask = (one: Deployment): Promise<unknown> =>
			ensureFresh(one, [...ids, ...also], context.now(), context.signal);
		await ask(deployment);
		const head = headOf(deployment, ids);
		const from = editionOf(deployment);
		if (!from) return head;
		const { snapshot, saved } = deployment;
		const release = releaseNamed(target);
		const other =
			target === undefined || release !== undefined ? undefined : pickDeployment(context, target);
		if (other) await ask(other);
		const byDefault = defaultTarget(
			from,
			readUpdate(shownValue(snapshot.updateCheck), shownValue(snapshot.buildInfo)),
		);
		const chosen = release ?? byDefault.release;
		const to = other ? editionOf(other) : chosen === undefined ? undefined : releaseEdition(chosen);
		const name = shorten(saved.name, 100);
		const problem = noUpgrade(name, from, to);
		if (problem !== undefined || !to) return { ...head, problem: problem ?? "" };
		const plan = upgradePlan(name, from.name, from, to, {
			options: shownValue(snapshot.deploymentConfig)?.options ?? [],
			experiments: shownValue(snapshot.experiments) ?? [],
		});
		const notes = [...plan.notes, ...(target === undefined ? [byDefault.note ?? ""] : [])];
		return withItems(
			{ ...head, from: from.name, to: to.name, notes: notes.filter(Boolean) },
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

function editionOf({ snapshot }: Deployment): Edition | undefined {
	const version = shownValue(snapshot.buildInfo)?.version;
	const options = shownValue(snapshot.deploymentConfig)?.options;
	if (version === undefined || !options) return undefined;
	const edition = serverEdition(version, options);
	if (!edition) throw new Error(t("{0} isn't a version whose upgrade can be previewed.", version));
	return edition;
}

/** Returns the release of a name such as `v2.35`, `v2.35.1`, or `main`. */
function releaseNamed(name: string | undefined): number | undefined {
	return [...allReleases, mainBuild].find((release) => {
		const known = releaseName(release);
		return name === known || name?.startsWith(`${known}.`);
	});
}
