import { t } from "../../base/l10n.ts";
import type { DeploymentOption } from "../../coder/model.ts";
import { isDeprecated, isSet } from "../../options/optionFacts.ts";
import { settingText } from "../../coder/optionValue.ts";
import type { Facts } from "../facts.ts";
import type { Rule, Ruling } from "../rule.ts";

/** The first version whose servers give a deprecated name and its successor one source when either is set. */
const sharingSince = "v2.18.0";

/** How many names are listed before the rest is counted. */
const mostListed = 5;

/** Options that fill in AI providers at the first start; they say so in their descriptions since v2.34. */
const seedsAiProvider = ({ id, useInstead }: DeploymentOption) =>
	useInstead.length === 0 && /^CODER_AI_GATEWAY_(OPENAI|ANTHROPIC|BEDROCK)_/.test(id);

/** Deprecated options that are certainly in use, one finding each. */
const inUse: Rule = {
	id: "deprecated-option",
	find: (facts) =>
		deprecatedAndSet(facts)
			.filter((option) => !seedsAiProvider(option) && !mayBeSuccessor(option, facts))
			.map(deprecated),
};

/** The options of AI providers that are no place for them any more, in one finding. */
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
				title: t("AI providers are configured by options"),
				meaning: t(
					"Coder reads these options once, to fill in the providers. What is changed in them later has no effect, and they are deprecated.",
				),
				advice: t(
					"Manage AI providers in the dashboard or by the API, and remove the options where the server is started.",
				),
			},
		];
	},
};

/** Deprecated names that share their source with their successors, in one finding: either may have been set. */
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
				title: t("Deprecated names may be in use"),
				meaning: t(
					"These options were set by their deprecated name or by the name that replaces it. Servers since v2.18 tell one source for both names.",
				),
				value: listed([option, ...also].map((one) => t("{0} → {1}", named(one), successors(one)))),
				advice: t(
					"Look for the deprecated names where the server is started, and use the new names there.",
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
	const title = t("A deprecated option is in use: {0}", option.name);
	if (option.useInstead.length === 0) {
		return {
			...about,
			title,
			meaning: t("Coder says that this option is deprecated, and names none that replaces it."),
			advice: t("Read the option's description, and remove it where the server is started."),
		};
	}
	return {
		...about,
		title,
		meaning: t("A version to come may not know this option any more."),
		advice: t("Use {0} instead.", successors(option)),
	};
}

/** True where the source that is told may be that of the option's successor. */
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

function listed(names: readonly string[]): string {
	const more = names.length - mostListed;
	return [...names.slice(0, mostListed), ...(more > 0 ? [t("{0} more", more)] : [])].join("; ");
}

const named = ({ env, flag, name }: Pick<DeploymentOption, "env" | "flag" | "name">) =>
	env ?? (flag ? `--${flag}` : name);

const successors = ({ useInstead }: DeploymentOption) => useInstead.map(named).join(", ");
