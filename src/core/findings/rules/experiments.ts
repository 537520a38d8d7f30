import { t } from "../../base/l10n.ts";
import type { Rule } from "../rule.ts";

const option = "CODER_EXPERIMENTS";

const unknown: Rule = {
	id: "experiments-unknown",
	find: (facts) => {
		const names = facts.experiments.list
			.filter(({ state }) => state === "unknown")
			.map(({ name }) => name);
		if (names.length === 0) return [];
		return [
			{
				option: facts.option(option),
				severity: "warning",
				title: t("Some enabled experiments are unknown to the server"),
				meaning: t(
					"They were removed, renamed, or misspelled, and have no effect. Their features are now either part of Coder or gone.",
				),
				value: names.join(", "),
				advice: t("Remove them from the list of experiments."),
			},
		];
	},
};

const wildcardEmpty: Rule = {
	id: "experiments-wildcard-empty",
	find: (facts) =>
		facts.experiments.wildcard && facts.safeExperiments?.length === 0
			? [
					{
						option: facts.option(option),
						severity: "warning",
						title: t("All safe experiments are enabled, but there are none"),
						meaning: t(
							"The wildcard stands for the experiments that this version considers safe. There are none, so it has no effect.",
						),
						value: "*",
						advice: t("List the experiments that you want, or remove the wildcard."),
					},
				]
			: [],
};

const wildcard: Rule = {
	id: "experiments-wildcard",
	find: (facts) =>
		facts.experiments.wildcard && (facts.safeExperiments?.length ?? 0) > 0
			? [
					{
						option: facts.option(option),
						severity: "info",
						title: t("All safe experiments are enabled"),
						meaning: t(
							"The wildcard stands for different experiments in each version, so an upgrade can turn features on or off.",
						),
						value: (facts.safeExperiments ?? []).join(", "),
						advice: t("List the experiments that you want."),
					},
				]
			: [],
};

export const experimentRules: readonly Rule[] = [unknown, wildcardEmpty, wildcard];
