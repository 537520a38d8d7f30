import { t } from "../base/l10n.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { isSet } from "./optionFacts.ts";

/** What is known of a secret. */
export function secretState(option: DeploymentOption): string {
	return isSet(option) ? t("Secret (set)") : t("Secret (not set)");
}
