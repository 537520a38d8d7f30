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
				title: t("Experiments are enabled that the server does not know"),
				meaning: t(
					"They were removed, renamed or misspelled, and do nothing. What they brought is either part of Coder by now, or gone.",
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
							"The wildcard stands for the experiments that this version calls safe. It calls none safe, so the wildcard enables nothing.",
						),
						value: "*",
						advice: t("Name the experiments that you want, or remove the wildcard."),
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
							"What the wildcard stands for changes from version to version, so an upgrade may switch features on or off.",
						),
						value: (facts.safeExperiments ?? []).join(", "),
						advice: t("Name the experiments that you want."),
					},
				]
			: [],
};

export const experimentRules: readonly Rule[] = [unknown, wildcardEmpty, wildcard];
