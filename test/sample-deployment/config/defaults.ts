import type { JsonValue } from "../json.ts";
import { parseDuration } from "./duration.ts";
import type { OptionFact } from "./optionFact.ts";

/** Parses the text of an option's default. */
export function parseDefault(fact: OptionFact, text: string): JsonValue {
	switch (fact.type) {
		case "bool":
			return text === "true";
		case "int":
			return Number(text);
		case "duration":
			return parseDuration(text);
		case "strings":
			return text.split(",");
		case "struct":
			return JSON.parse(text) as JsonValue;
		default:
			return text;
	}
}

/** Returns the value of an unset option without a default: Go's zero value of its type. */
export function emptyValue(fact: OptionFact): JsonValue {
	if (fact.empty !== undefined) {
		return fact.empty;
	}
	switch (fact.type) {
		case "bool":
			return false;
		case "int":
		case "duration":
			return 0;
		case "strings":
		case "struct":
			return null;
		default:
			return "";
	}
}
