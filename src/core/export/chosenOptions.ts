import { t } from "../l10n.ts";
import type { DeploymentConfig, DeploymentOption } from "../model.ts";
import { isChanged } from "../optionFacts.ts";
import { settingText } from "../optionValue.ts";
import type { ExportChoices } from "./choices.ts";

type Options = Pick<DeploymentConfig, "options">;

/** An option that is to be written. */
export interface ChosenOption {
	readonly option: DeploymentOption;
	/** A sentence for people: why a deprecated option was not replaced, though it was to be. */
	readonly note?: string;
}

/** Deprecated options that are in use and name a successor: those whose names can be replaced. */
export function deprecatedInUse({ options }: Options): readonly DeploymentOption[] {
	return options.filter((option) => option.useInstead.length > 0 && isChanged(option));
}

/**
 * The options that `choices` ask for, in the server's order. A deprecated option is replaced where a successor has
 * the same value, and left out where it says nothing; it stays where its successors say something else, because
 * then it is more than another name.
 */
export function chosenOptions({ options }: Options, choices: ExportChoices): ChosenOption[] {
	const byId = new Map(options.map((option) => [option.id, option]));
	const replace = choices.deprecated === "replace";
	const successors = new Set<string>();
	const dropped = new Set<DeploymentOption>();
	for (const option of replace ? options : []) {
		const known = option.useInstead.flatMap(({ id }) => byId.get(id) ?? []);
		if (known.length === 0) continue;
		const same = known.find((successor) => saysTheSame(option, successor));
		if (isChanged(option) && same) successors.add(same.id);
		if (!isChanged(option) || same) dropped.add(option);
	}
	return options
		.filter((option) => !dropped.has(option))
		.filter((option) => choices.options === "all" || isChanged(option) || successors.has(option.id))
		.map((option) => ({ option, ...(replace && whyKept(option)) }));
}

/** Secrets are not told: a deprecated one and its successor are one value on the server. */
function saysTheSame(option: DeploymentOption, successor: DeploymentOption): boolean {
	if (option.secret || successor.secret) return option.secret && successor.secret;
	return settingText(option, option.value) === settingText(successor, successor.value);
}

function whyKept({ useInstead }: DeploymentOption): Pick<ChosenOption, "note"> {
	if (useInstead.length === 0) return {};
	const names = useInstead.map(({ name }) => name).join(", ");
	return { note: t("Deprecated, but not replaced: {0} has another value.", names) };
}
