import { nameSome } from "../base/nameSome.ts";
import { t } from "../base/l10n.ts";
import type { JsonValue } from "../base/json.ts";
import { maskSecrets } from "../coder/mask.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { defaultOptions } from "../comparison/defaults.ts";
import { tellsSources } from "../comparison/side.ts";
import { aliasOf } from "../options/aliases.ts";
import { isChanged, isSet } from "../options/optionFacts.ts";
import type { KnownVariables } from "../variables/known.ts";
import { driftOf, type DriftReference, type SettingDrift } from "./drift.ts";
import { optionLike } from "./optionLike.ts";
import type { FileSetting } from "./setting.ts";

/** What files say, as one side of a comparison with a deployment. */
export interface FileSide {
	readonly options: readonly DeploymentOption[];
	/** Sentences for people. */
	readonly notes: readonly string[];
	/** The setting that applies, by the option's id. */
	readonly settings: ReadonlyMap<string, FileSetting>;
}

/**
 * What files set, and defaults for what only the deployment sets. What nobody set, and what the files don't say, is
 * taken to be as it is there.
 *
 * @param settings of all files, in the order in which they apply: the last of several wins
 * @param known tells options that the deployment doesn't have
 */
export function fileSide(
	settings: readonly FileSetting[],
	reference: DriftReference,
	known: KnownVariables,
): FileSide {
	const drift = driftOf(settings, reference);
	const byId = new Map<string, SettingDrift>();
	for (const one of drift) if (one.option) byId.set(one.option.id, one);
	shareWithAliases(byId, reference.options);
	const isFromPeople = tellsSources(reference.options) ? isSet : isChanged;
	const defaults = defaultOptions(reference.options);
	const options = reference.options.map((option, index): DeploymentOption => {
		const one = byId.get(option.id);
		if (one) return optionIn(one, option);
		return isFromPeople(option) ? withoutSource(option, defaults[index]) : option;
	});
	const unknown = unknownOptions(drift, known);
	return {
		options: withoutSecrets([...options, ...unknown.values()], reference.options),
		notes: notesOf(drift),
		settings: new Map([
			...[...byId].map(([id, { setting }]) => [id, setting] as const),
			...[...unknown].map(([setting, { id }]) => [id, setting] as const),
		]),
	};
}

/** Values that only files have may hold secrets inside, such as the password of a URL. */
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

/** Deprecated names and their successors that are one value on the server: setting one sets both. */
function shareWithAliases(
	byId: Map<string, SettingDrift>,
	options: readonly DeploymentOption[],
): void {
	for (const option of options) {
		const current = aliasOf(option);
		const [one, other] = [byId.get(option.id), byId.get(current ?? "")];
		if (current === undefined) continue;
		if (one && !other) byId.set(current, one);
		else if (other && !one) byId.set(option.id, other);
	}
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

/** Options that the files set, and the deployment doesn't have; names that are no options of any server are left out. */
function unknownOptions(
	drift: readonly SettingDrift[],
	known: KnownVariables,
): ReadonlyMap<FileSetting, DeploymentOption> {
	const found = new Map<string, readonly [FileSetting, DeploymentOption]>();
	for (const { setting, state } of drift) {
		const variable = state === "unknown" ? known.find(setting.name) : undefined;
		const option = variable && optionLike(variable);
		if (!option) continue;
		const { value: _value, ...described } = option;
		const value = option.secret ? undefined : setting.read?.(option, undefined);
		found.set(option.id, [
			setting,
			{ ...described, valueSource: setting.source, ...(value !== undefined && { value }) },
		]);
	}
	return new Map(found.values());
}

function notesOf(drift: readonly SettingDrift[]): string[] {
	const names = (state: SettingDrift["state"]): string[] => [
		...new Set(drift.filter((one) => one.state === state).map(({ setting }) => setting.name)),
	];
	const [open, refused] = [names("open"), names("refused")];
	return [
		t("Values of secrets aren't compared, only whether they are set."),
		...(open.length === 0
			? []
			: [t("Not compared, because the file doesn't contain the value: {0}.", nameSome(open))]),
		...(refused.length === 0
			? []
			: [t("Coder doesn't start with the value of {0}.", nameSome(refused))]),
	];
}
