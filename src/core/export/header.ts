import { t } from "../base/l10n.ts";
import type { ExportChoices, ExportFacts } from "./choices.ts";

/**
 * Returns the sentences at the top of an export: which configuration it is, when it was read, and what the export
 * contains.
 */
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
