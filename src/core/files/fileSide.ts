import type { JsonValue } from "../base/json.ts";
import { maskSecrets } from "../coder/mask.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { defaultOptions } from "../comparison/defaults.ts";
import { reportsSources } from "../comparison/side.ts";
import { isChanged, isSet } from "../options/optionFacts.ts";
import type { KnownVariables } from "../variables/known.ts";
import { driftOf, type DriftReference, type SettingDrift } from "./drift.ts";
import { inPrecedence } from "./precedence.ts";
import type { FileSetting } from "./setting.ts";
import { shareWithAliases } from "./shareWithAliases.ts";
import { sideNotes } from "./sideNotes.ts";
import { unknownOptions } from "./unknownOptions.ts";

/** The settings in files, as one side of a comparison with a deployment. */
export interface FileSide {
	readonly options: readonly DeploymentOption[];
	/** Sentences for the user. */
	readonly notes: readonly string[];
	/** The setting that applies, by option ID. */
	readonly settings: ReadonlyMap<string, FileSetting>;
}

/**
 * Returns what files set, and the defaults for options that only the deployment sets. Options that neither sets, and
 * values that the files don't contain, are assumed to be the same.
 *
 * @param settings the settings in all files, in the order in which they apply; the last one takes precedence among
 * those of the same source
 * @param known describes options that the deployment doesn't have
 */
export function fileSide(
	settings: readonly FileSetting[],
	reference: DriftReference,
	known: KnownVariables,
): FileSide {
	const drift = driftOf(
		inPrecedence(settings, (setting) => setting),
		reference,
	);
	const byId = new Map<string, SettingDrift>();
	for (const one of drift) if (one.option) byId.set(one.option.id, one);
	shareWithAliases(byId, reference.options);
	const isFromPeople = reportsSources(reference.options) ? isSet : isChanged;
	const isConfig = settings.every(({ source }) => source === "yaml");
	const defaults = defaultOptions(reference.options);
	const options = reference.options.map((option, index): DeploymentOption => {
		const one = byId.get(option.id);
		if (one) return optionIn(one, option);
		if (isConfig && (!option.yamlPath || option.secret)) return option;
		return isFromPeople(option) ? withoutSource(option, defaults[index]) : option;
	});
	const unknown = unknownOptions(drift, known);
	return {
		options: withoutSecrets([...options, ...unknown.values()], reference.options),
		notes: sideNotes(drift, reference.options, isConfig),
		settings: new Map([
			...[...byId].map(([id, { setting }]) => [id, setting] as const),
			...[...unknown].map(([setting, { id }]) => [id, setting] as const),
		]),
	};
}

/** Values that exist only in files may contain secrets, such as the password in a URL. */
function withoutSecrets(
	options: readonly DeploymentOption[],
	reference: readonly DeploymentOption[],
): DeploymentOption[] {
	const there = new Set(reference);
	const masked = maskSecrets(options.map(({ value }) => value ?? null));
	const values = (Array.isArray(masked) ? masked : []) as readonly JsonValue[];
	return options.map((option, index) =>
		there.has(option) || option.value === undefined
			? option
			: { ...option, value: values[index] ?? null },
	);
}

function optionIn(
	{ state, setting, value }: SettingDrift,
	option: DeploymentOption,
): DeploymentOption {
	const valueSource = setting.source;
	switch (state) {
		case "secret":
			return {
				...option,
				valueSource: isSet(option) ? (option.valueSource ?? valueSource) : valueSource,
			};
		case "same":
		case "differs":
			return { ...option, value: value ?? null, valueSource };
		case "refused":
			return { ...option, value: setting.text ?? null, valueSource };
		case "open":
		case "overridden":
		case "unknown":
			return option;
	}
}

function withoutSource(
	option: DeploymentOption,
	unset: DeploymentOption | undefined,
): DeploymentOption {
	const { valueSource: _source, ...described } = option;
	return option.secret ? described : (unset ?? option);
}
