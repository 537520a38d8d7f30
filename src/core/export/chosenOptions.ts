import { t } from "../base/l10n.ts";
import type { DeploymentConfig, DeploymentOption } from "../coder/model.ts";
import { isChanged } from "../options/optionFacts.ts";
import { settingText } from "../coder/optionValue.ts";
import { aliasOf, needsBothNames } from "../options/aliases.ts";
import type { ExportChoices } from "./choices.ts";

type Options = Pick<DeploymentConfig, "options">;

/** An option to export. */
export interface ChosenOption {
	readonly option: DeploymentOption;
	/** A sentence for users: why a deprecated option wasn't replaced although that was requested. */
	readonly note?: string;
}

/** Returns deprecated options that are in use and have a replacement. */
export function deprecatedInUse({ options }: Options): readonly DeploymentOption[] {
	return options.filter((option) => option.useInstead.length > 0 && isChanged(option));
}

/**
 * Returns the options that match `choices`, in the server's order. A deprecated option is replaced if its replacement
 * is another name for the same value, and omitted if it isn't in use. It's kept if its replacement is a separate
 * setting or if the server requires both names.
 */
export function chosenOptions({ options }: Options, choices: ExportChoices): ChosenOption[] {
	const byId = new Map(options.map((option) => [option.id, option]));
	const replace = choices.deprecated === "replace";
	const successors = new Set<string>();
	const dropped = new Set<DeploymentOption>();
	for (const option of replace ? options : []) {
		if (!option.useInstead.some(({ id }) => byId.has(id))) continue;
		if (!isChanged(option)) {
			dropped.add(option);
			continue;
		}
		const current = byId.get(aliasOf(option) ?? "");
		if (!current || needsBothNames(option) || !hasSameValue(option, current)) continue;
		successors.add(current.id);
		dropped.add(option);
	}
	return options
		.filter((option) => !dropped.has(option))
		.filter(
			(option) => choices.options !== "changed" || isChanged(option) || successors.has(option.id),
		)
		.map((option) => ({ option, ...whyKept(option, replace) }));
}

/**
 * Whether a deprecated and a current name report the same. Before v2.18, a name that wasn't set could report a
 * different value. Values of secrets aren't reported.
 */
function hasSameValue(option: DeploymentOption, current: DeploymentOption): boolean {
	if (option.secret || current.secret) return option.secret && current.secret;
	return settingText(option, option.value) === settingText(current, current.value);
}

function whyKept(option: DeploymentOption, replace: boolean): Pick<ChosenOption, "note"> {
	const { useInstead } = option;
	if (useInstead.length === 0) return {};
	const names = useInstead.map(({ name }) => name).join(", ");
	if (needsBothNames(option) && isChanged(option)) {
		return {
			note: t("Deprecated, but required: the server ignores {0} unless both are set.", names),
		};
	}
	if (!replace) return {};
	return aliasOf(option) === undefined
		? { note: t("Deprecated, but not replaced: {0} might have a different effect.", names) }
		: { note: t("Deprecated, but not replaced: {0} has a different value.", names) };
}
