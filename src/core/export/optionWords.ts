import { t } from "../l10n.ts";
import type { DeploymentOption, ValueSource } from "../model.ts";
import { isSet } from "../optionFacts.ts";

/** Where a value comes from, in words. */
export function sourceName(source: ValueSource): string {
	switch (source) {
		case "flag":
			return t("Flag");
		case "env":
			return t("Environment");
		case "yaml":
			return t("YAML");
		case "default":
			return t("Default");
	}
}

/** What is known of a secret. */
export function secretState(option: DeploymentOption): string {
	return isSet(option) ? t("Secret, set") : t("Secret, not set");
}
