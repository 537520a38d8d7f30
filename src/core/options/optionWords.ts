import { t } from "../base/l10n.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { isSet } from "./optionFacts.ts";

/** Describes whether a secret is set. */
export function secretState(option: DeploymentOption): string {
	return isSet(option) ? t("Secret (set)") : t("Secret (not set)");
}
