import type { DeploymentOption } from "../coder/model.ts";
import type { JsonValue } from "../base/json.ts";
import { sameValue } from "../comparison/equal.ts";
import { reportsSources } from "../comparison/side.ts";
import { settingText } from "../coder/optionValue.ts";
import { holdsMask } from "../export/envEntries.ts";
import { typeWord } from "../options/optionTypes.ts";
import { isSet } from "../options/optionFacts.ts";
import { inPrecedence } from "./precedence.ts";
import type { FileSetting } from "./setting.ts";

/**
 * The result of comparing a file's setting with the deployment. `secret`: it is only known whether both set it. `open`:
 * the file doesn't contain the value. `refused`: the server wouldn't start with it. `unknown`: the deployment doesn't
 * have the option. `overridden`: a flag in the same file takes precedence.
 */
export type DriftState =
	"overridden" | "same" | "differs" | "secret" | "open" | "refused" | "unknown";

export interface SettingDrift {
	readonly setting: FileSetting;
	readonly state: DriftState;
	/** The deployment's option; missing if it doesn't have it. */
	readonly option?: DeploymentOption;
	/** The value in the file, as the server reads it. Only for `same` and `differs`. */
	readonly value?: JsonValue;
	/** The flag in the same file that takes precedence. */
	readonly flag?: string;
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
	const hasSources = reportsSources(options);
	const find = optionFinder(options);
	const overriding = flagOverrides(settings, find);
	return settings.flatMap((setting): SettingDrift[] => {
		const option = find(setting);
		const flag = option && overriding(setting, option);
		if (option && flag !== undefined) return [{ setting, option, state: "overridden", flag }];
		if (!option) return [{ setting, state: "unknown" }];
		if (option.secret || setting.secret || holdsMask(settingText(option, option.value))) {
			const missingThere = hasSources && option.secret && !isSet(option);
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
	for (const option of options) if (option.flag) byName.set(`--${option.flag}`, option);
	return (setting) => {
		const option = byName.get(setting.name);
		return option && setting.sets(option) ? option : undefined;
	};
}

/**
 * Returns a function that returns the flag that takes precedence over a setting in the same file. If several command
 * lines have flags, it's unknown which one the variables are for.
 */
function flagOverrides(
	settings: readonly FileSetting[],
	find: (setting: FileSetting) => DeploymentOption | undefined,
): (setting: FileSetting, option: DeploymentOption) => string | undefined {
	const flags = settings.filter(({ source }) => source === "flag");
	const isOneCommand = new Set(flags.map(({ value }) => value.command)).size === 1;
	const last = new Map(
		flags.flatMap((flag) => {
			const option = find(flag);
			return option ? [[option, flag] as const] : [];
		}),
	);
	return (setting, option) => {
		const flag = last.get(option);
		if (!flag || flag === setting) return undefined;
		const isSameLine = setting.value.command === flag.value.command;
		const isList = typeWord(option) === "string-array";
		const isOverridden = setting.source === "flag" ? isSameLine && !isList : isOneCommand;
		return isOverridden ? flag.name : undefined;
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
	const last = [
		...new Map(
			inPrecedence(drift, ({ setting }) => setting).map((one) => [
				one.option?.id ?? one.setting.name,
				one,
			]),
		).values(),
	];
	const count = (wanted: DriftState): number => last.filter(({ state }) => state === wanted).length;
	return {
		settings: last.length - count("unknown"),
		differ: last.filter(differs).length,
		secrets: count("secret"),
		notCompared: count("open"),
	};
}
