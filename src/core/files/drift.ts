import type { DeploymentOption } from "../coder/model.ts";
import type { JsonValue } from "../base/json.ts";
import { sameValue } from "../comparison/equal.ts";
import { tellsSources } from "../comparison/side.ts";
import { settingText } from "../coder/optionValue.ts";
import { holdsMask } from "../export/envEntries.ts";
import { isSet } from "../options/optionFacts.ts";
import type { FileSetting } from "./setting.ts";

/**
 * The result of comparing a file's setting with the deployment. `secret`: it is only known whether both set it. `open`:
 * the file doesn't contain the value. `refused`: the server wouldn't start with it. `unknown`: the deployment doesn't
 * have the option.
 */
export type DriftState = "same" | "differs" | "secret" | "open" | "refused" | "unknown";

export interface SettingDrift {
	readonly setting: FileSetting;
	readonly state: DriftState;
	/** The deployment's option; missing if it doesn't have it. */
	readonly option?: DeploymentOption;
	/** The value in the file, as the server reads it. Only for `same` and `differs`. */
	readonly value?: JsonValue;
	/** Whether the file sets a secret that the deployment doesn't. Only known if the deployment reports sources. */
	readonly missingThere?: boolean;
}

/** The deployment to compare a file with: its options and its version. */
export interface DriftReference {
	readonly options: readonly DeploymentOption[];
	readonly version?: string | undefined;
}

/** Compares each setting in a file with a deployment. */
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

/** Returns a function that finds the option of a setting. */
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

/** Whether a file's value differs from the deployment's. This includes values that the server would reject. */
export function differs({ state }: SettingDrift): boolean {
	return state === "differs" || state === "refused";
}

/** The number of settings in each state. A setting that occurs twice is counted once. */
export interface DriftCounts {
	/** Settings for which the deployment has an option. */
	readonly settings: number;
	/** Includes values that the server would reject. */
	readonly differ: number;
	/** Secrets, which can't be compared. */
	readonly secrets: number;
	/** Settings whose values the file doesn't contain. */
	readonly notCompared: number;
}

export function countDrift(drift: readonly SettingDrift[]): DriftCounts {
	// If a setting occurs more than once, the last one applies.
	const last = [...new Map(drift.map((one) => [one.setting.name, one])).values()];
	const count = (wanted: DriftState): number => last.filter(({ state }) => state === wanted).length;
	return {
		settings: last.length - count("unknown"),
		differ: last.filter(differs).length,
		secrets: count("secret"),
		notCompared: count("open"),
	};
}
