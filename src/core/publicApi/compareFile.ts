import type { ComparedSetting, FileComparison } from "../../api.ts";
import { maskText } from "../coder/secretText.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { isEmptyValue, settingText } from "../coder/optionValue.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import type { Deployment } from "../deployments/deployment.ts";
import type { Deployments } from "../deployments/deployments.ts";
import { ensureFresh } from "../deployments/ensureFresh.ts";
import { shownValue } from "../deployments/shownValue.ts";
import type { ComparedFile } from "../files/comparedFile.ts";
import { driftOf, type SettingDrift } from "../files/drift.ts";
import { deepFreeze } from "./deepFreeze.ts";
import { describeDeployment } from "./describeDeployment.ts";

/**
 * Compares the settings in a file with a deployment's.
 *
 * @param id the deployment to compare with; by default, the one that the file configures
 * @returns undefined if the user isn't signed in to it, or can't read its configuration
 */
export async function compareFile(
	deployments: Deployments,
	file: ComparedFile<Deployment>,
	id: string | undefined,
): Promise<FileComparison | undefined> {
	const deployment = id === undefined ? file.deployment : deployments.find(id);
	if (!deployment) return undefined;
	await ensureFresh(deployment, ["deploymentConfig", "buildInfo"], Date.now());
	const options = shownValue(deployment.snapshot.deploymentConfig)?.options;
	if (!options || deployments.find(deployment.saved.key) !== deployment) return undefined;
	const version = shownValue(deployment.snapshot.buildInfo)?.version;
	return deepFreeze({
		deployment: describeDeployment(deployment, deployments.active),
		settings: driftOf(file.settings, { options, version }).flatMap((one) => {
			const compared = describe(one, file.lineAt);
			return compared ? [compared] : [];
		}),
	});
}

const states = {
	same: "same",
	differs: "differs",
	secret: "secret",
	open: "notInFile",
	refused: "refused",
} as const;

/** Leaves out names that aren't options of the deployment, because configuration files also contain groups. */
function describe(
	{ setting, option, state, value }: SettingDrift,
	lineAt: (offset: number) => number,
): ComparedSetting | undefined {
	// A setting that a flag overrides has no effect; the flag is listed.
	if (!option || state === "unknown" || state === "overridden") return undefined;
	const [own, theirs] =
		state === "secret"
			? []
			: [value === undefined ? setting.text : settingText(option, value), valueOf(option)];
	return omitUndefined({
		name: setting.name,
		option: option.id,
		line: lineAt(setting.nameSpan.from),
		state: states[state],
		value: own === undefined ? undefined : maskText(own),
		deploymentValue: theirs,
	});
}

function valueOf(option: DeploymentOption): string | undefined {
	return isEmptyValue(option.value) ? undefined : settingText(option, option.value);
}
