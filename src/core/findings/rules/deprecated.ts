import { listed, named, successors } from "./optionNames.ts";
import { t } from "../../base/l10n.ts";
import type { DeploymentOption } from "../../coder/model.ts";
import { isDeprecated } from "../../options/optionMarks.ts";
import { isSet } from "../../options/optionFacts.ts";
import { settingText } from "../../coder/optionValue.ts";
import type { Facts } from "../facts.ts";
import type { Rule, Ruling } from "../rule.ts";

/**
 * The first version of servers that report the same source for a deprecated name and its replacement if either is set.
 */
const sharingSince = "v2.18.0";

/** Options that create AI providers at the first start. Their descriptions have mentioned this since v2.34. */
const seedsAiProvider = ({ id, useInstead }: DeploymentOption) =>
	useInstead.length === 0 && /^CODER_AI_GATEWAY_(OPENAI|ANTHROPIC|BEDROCK)_/.test(id);

/** Deprecated options that are definitely in use, with a finding for each. */
const inUse: Rule = {
	id: "deprecated-option",
	find: (facts) =>
		deprecatedAndSet(facts)
			.filter((option) => !seedsAiProvider(option) && !mayBeSuccessor(option, facts))
			.map(deprecated),
};

/** Options that no longer configure AI providers, in one finding. */
const aiProviders: Rule = {
	id: "deprecated-ai-providers",
	find: (facts) => {
		const [option, ...also] = deprecatedAndSet(facts).filter(seedsAiProvider);
		if (!option) return [];
		return [
			{
				option,
				also,
				value: listed([option, ...also].map(named)),
				severity: "warning",
				title: t("AI providers are configured through options"),
				meaning: t(
					"Coder reads these options only once, to create the providers. Later changes have no effect, and the options are deprecated.",
				),
				advice: t(
					"Manage AI providers in the dashboard or through the API, and remove the options from the server's configuration.",
				),
			},
		];
	},
};

/** Deprecated names with the same source as their replacements, in one finding: either name may be set. */
const perhapsInUse: Rule = {
	id: "deprecated-option-perhaps",
	find: (facts) => {
		const [option, ...also] = deprecatedAndSet(facts).filter((one) => mayBeSuccessor(one, facts));
		if (!option) return [];
		return [
			{
				option,
				also,
				severity: "info",
				title: t("Deprecated option names may be in use"),
				meaning: t(
					"These options were set under either their deprecated or their current name; servers since v2.18 report both the same way.",
				),
				value: listed([option, ...also].map((one) => t("{0} → {1}", named(one), successors(one)))),
				advice: t(
					"Find the deprecated names in the server's configuration, and replace them with the current ones.",
				),
			},
		];
	},
};

export const deprecatedRules: readonly Rule[] = [inUse, aiProviders, perhapsInUse];

function deprecatedAndSet({ options }: Facts): readonly DeploymentOption[] {
	return options.filter((option) => isSet(option) && isDeprecated(option));
}

function deprecated(option: DeploymentOption): Ruling {
	const about = { option, severity: "warning" } as const;
	const title = t("{0} is deprecated", option.name);
	if (option.useInstead.length === 0) {
		return {
			...about,
			title,
			meaning: t("This option is deprecated and has no replacement."),
			advice: t(
				"Read the option's description, and remove the option from the server's configuration.",
			),
		};
	}
	return {
		...about,
		title,
		meaning: t("A future version may remove this option."),
		advice: t("Use {0} instead.", successors(option)),
	};
}

/** Whether the reported source may be that of the option's replacement. */
function mayBeSuccessor(option: DeploymentOption, facts: Facts): boolean {
	if (facts.isOlderThan(sharingSince)) return false;
	return option.useInstead.some(({ id }) => {
		const successor = facts.option(id);
		return (
			successor !== undefined &&
			successor.valueSource === option.valueSource &&
			settingText(successor, successor.value) === settingText(option, option.value)
		);
	});
}
