import { t } from "../base/l10n.ts";
import type { ValueSource } from "../coder/model.ts";

/** Returns the label of a value source for badges, buttons, and tables. */
export function sourceLabel(source: ValueSource): string {
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
