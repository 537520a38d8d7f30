import { t } from "../base/l10n.ts";
import type { ExportChoices, ExportFacts } from "./choices.ts";

/** The sentences at the head of an export: whose configuration it is, of when, and what it holds. */
export function headerSentences(facts: ExportFacts, choices: ExportChoices): string[] {
	const { name, url, version, at } = facts;
	const whose = name === url ? url : `${name} (${url})`;
	return [
		version === undefined
			? t("Configuration of {0}.", whose)
			: t("Configuration of {0}, Coder {1}.", whose, version),
		...(at === undefined ? [] : [t("Read: {0}.", new Date(at).toISOString())]),
		scope(choices),
		t("Secrets are left out."),
	];
}

function scope({ options }: ExportChoices): string {
	switch (options) {
		case "all":
			return t("All options.");
		case "changed":
			return t("Only options that are set or not at their defaults.");
		case "compared":
			return t("Only options that are set or not at their defaults on either side.");
	}
}
