import type { UpgradeChange, UpgradePreview } from "../../api.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import { shorten } from "../base/shorten.ts";
import { maskText } from "../coder/secretText.ts";
import type { Deployment } from "../deployments/deployment.ts";
import type { Deployments } from "../deployments/deployments.ts";
import { ensureFresh } from "../deployments/ensureFresh.ts";
import { shownValue } from "../deployments/shownValue.ts";
import {
	editionOf,
	planDeploymentUpgrade,
	releaseNamed,
	upgradeEndpoints,
} from "../upgrade/deploymentUpgrade.ts";
import { releaseEdition, type Edition } from "../upgrade/edition.ts";
import type { UpgradeLine, UpgradeTime } from "../upgrade/lines.ts";
import { deepFreeze } from "./deepFreeze.ts";
import { describeDeployment } from "./describeDeployment.ts";

/** More changes than any two releases have. */
const mostChanges = 2000;
/** The maximum length of a text, in characters. */
const longestText = 1000;

/**
 * Lists what an upgrade changes for a deployment.
 *
 * @param target a release, or the ID of another deployment; by default the latest stable release
 * @returns `undefined` if the user isn't signed in or can't read the configuration, or if the target isn't known
 */
export async function previewUpgrade(
	deployments: Deployments,
	id: string,
	target: string | undefined,
): Promise<UpgradePreview | undefined> {
	const deployment = deployments.find(id);
	const release = typeof target === "string" ? releaseNamed(target) : undefined;
	const other =
		target === undefined || release !== undefined ? undefined : deployments.find(target);
	if (!deployment || (target !== undefined && release === undefined && !other)) return undefined;
	const involved = other ? [deployment, other] : [deployment];
	await Promise.all(involved.map((one) => ensureFresh(one, upgradeEndpoints, Date.now())));
	// Signed out meanwhile, or not allowed.
	if (!involved.every((one) => deployments.find(one.saved.key) === one && isReadable(one)))
		return undefined;
	const about = { deployment: describeDeployment(deployment, deployments.active) };
	let from: Edition | undefined;
	try {
		from = editionOf(deployment);
		const wanted = other && editionOf(other);
		const known = release === undefined ? undefined : releaseEdition(release);
		return deepFreeze(from ? describe(about, deployment, from, wanted ?? known) : undefined);
	} catch (error) {
		// One of the versions isn't a version of Coder 2.
		const problem = error instanceof Error ? error.message : String(error);
		return deepFreeze({
			...about,
			...(from && { from: text(from.name) }),
			problem: text(problem),
			notes: [],
			changes: [],
		});
	}
}

function describe(
	about: Pick<UpgradePreview, "deployment">,
	deployment: Deployment,
	from: Edition,
	wanted: Edition | undefined,
): UpgradePreview {
	const { to, plan, problem } = planDeploymentUpgrade(deployment, from, wanted);
	const changes = (plan?.sections ?? []).flatMap(({ time, groups }) =>
		groups.flatMap(({ lines }) => lines.map((line) => toChange(time, line))),
	);
	return omitUndefined({
		...about,
		from: text(from.name),
		to: to && text(to.name),
		problem: problem === undefined ? undefined : text(problem),
		notes: (plan?.notes ?? []).map(text),
		changes: changes.slice(0, mostChanges),
	});
}

function toChange(when: UpgradeTime, line: UpgradeLine): UpgradeChange {
	return omitUndefined({
		when,
		id: text(line.id),
		name: line.name === undefined ? undefined : text(line.name),
		text: line.text === "" ? undefined : text(line.text),
		stopsServer: line.stops === true,
		documentation: line.docs,
	});
}

function isReadable({ snapshot }: Deployment): boolean {
	return (
		shownValue(snapshot.deploymentConfig) !== undefined &&
		shownValue(snapshot.buildInfo) !== undefined
	);
}

/** Masks credentials in a text, and shortens it. */
function text(value: string): string {
	// Shortened before, to avoid searching megabytes, and after, because masks may be longer than what they replace.
	return shorten(maskText(value.slice(0, 2 * longestText)), longestText);
}
