import { t } from "../base/l10n.ts";
import type { DeploymentOption } from "../coder/model.ts";

/** The type of an option's value: a kind, or the allowed values. */
export type OptionType = "bool" | "int" | "duration" | "list" | "map" | "text" | readonly string[];

/** Returns the type of an option's value as the server sends it. Secrets are texts or lists that are never shown. */
export function optionType({ value, duration, choices }: DeploymentOption): OptionType {
	if (choices) return choices;
	if (duration) return "duration";
	if (typeof value === "boolean") return "bool";
	if (typeof value === "number" || typeof value === "bigint") return "int";
	if (value === null || Array.isArray(value)) return "list";
	return typeof value === "object" ? "map" : "text";
}

/** Describes what to write after the variable's `=`. */
export function typeWords(type: OptionType): string {
	switch (type) {
		case "bool":
			return t("true or false");
		case "int":
			return t("Integer");
		case "duration":
			return t("Duration, such as 1h30m");
		case "list":
			return t("Comma-separated list");
		case "map":
			return t("JSON map");
		case "text":
			return t("Text");
		default:
			return type.join(", ");
	}
}
