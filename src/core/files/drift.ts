import type { DeploymentOption } from "../coder/model.ts";
import type { JsonValue } from "../base/json.ts";
import { sameValue } from "../comparison/equal.ts";
import { tellsSources } from "../comparison/side.ts";
import { settingText } from "../coder/optionValue.ts";
import { holdsMask } from "../export/envEntries.ts";
import { isSet } from "../options/optionFacts.ts";
import type { FileSetting } from "./setting.ts";

/**
 * What a deployment says of a setting of a file. `secret`: only whether both set it is known. `open`: the file doesn't
 * say the value. `refused`: the server would not start with it. `unknown`: the deployment has no such option.
 */
export type DriftState = "same" | "differs" | "secret" | "open" | "refused" | "unknown";

export interface SettingDrift {
	readonly setting: FileSetting;
	readonly state: DriftState;
	/** The deployment's own; missing where it has none. */
	readonly option?: DeploymentOption;
	/** What the file sets, as the server reads it; there for `same` and `differs`. */
	readonly value?: JsonValue;
	/** True for a secret that the file sets, and the deployment doesn't. Only where the deployment tells. */
	readonly missingThere?: boolean;
}

/** Which deployment a file is compared with: its options, and its version. */
export interface DriftReference {
	readonly options: readonly DeploymentOption[];
	readonly version?: string | undefined;
}

/** Compares each setting of a file with a deployment. */
export function driftOf(
	settings: readonly FileSetting[],
	{ options, version }: DriftReference,
): SettingDrift[] {
	const told = tellsSources(options);
	const find = optionFinder(options);
	return settings.flatMap((setting): SettingDrift[] => {
		const option = find(setting);
		if (!option) return [{ setting, state: "unknown" }];
		if (option.secret || setting.secret || holdsMask(settingText(option, option.value))) {
			const missingThere = told && option.secret && !isSet(option);
			return [{ setting, option, state: "secret", ...(missingThere && { missingThere }) }];
		}
		if (!setting.read) return [{ setting, option, state: "open" }];
		const value = setting.read(option, version);
		if (value === undefined) return [{ setting, option, state: "refused" }];
		const same = sameValue(value, option.value, option.duration);
		return [{ setting, option, state: same ? "same" : "differs", value }];
	});
}

/** Finds the option that a setting is of. */
function optionFinder(
	options: readonly DeploymentOption[],
): (setting: FileSetting) => DeploymentOption | undefined {
	const byName = new Map<string, DeploymentOption>();
	for (const option of options) {
		if (option.yamlPath) byName.set(option.yamlPath.join("."), option);
	}
	for (const option of options) if (option.env !== undefined) byName.set(option.env, option);
	return (setting) => {
		const option = byName.get(setting.name);
		return option && setting.sets(option) ? option : undefined;
	};
}

/** Whether a file's value is another one than the deployment's; one that the server would refuse is. */
export function differs({ state }: SettingDrift): boolean {
	return state === "differs" || state === "refused";
}

/** How many settings are in each state; a setting that is given twice counts once. */
export interface DriftCounts {
	/** Settings of options of the deployment. */
	readonly settings: number;
	/** Those that the server would refuse are among them. */
	readonly differ: number;
	/** Secrets, which can't be compared. */
	readonly secrets: number;
	/** Settings whose values the file doesn't say. */
	readonly notCompared: number;
}

export function countDrift(drift: readonly SettingDrift[]): DriftCounts {
	// The last of several is the one that applies.
	const last = [...new Map(drift.map((one) => [one.setting.name, one])).values()];
	const count = (wanted: DriftState): number => last.filter(({ state }) => state === wanted).length;
	return {
		settings: last.length - count("unknown"),
		differ: last.filter(differs).length,
		secrets: count("secret"),
		notCompared: count("open"),
	};
}
