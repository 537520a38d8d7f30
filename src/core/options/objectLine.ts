import { formatJson, isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import { isEmptyValue, isScalarList } from "../coder/optionValue.ts";

/** Keys that name an object, best first. */
const titles = ["display_name", "name", "id"];

/**
 * Summarizes an object of a list, such as an external authentication provider or a support link, on one line: its name,
 * then everything that is set. Omits what is empty or off.
 */
export function objectLine(object: JsonObject): string {
	const title = titles.find((key) => typeof object[key] === "string" && object[key] !== "");
	const facts = Object.entries(object)
		.filter(([key, value]) => key !== title && value !== false && !isEmptyValue(value))
		.map(([key, value]) => `${key}: ${valueText(value)}`);
	const name = title === undefined ? [] : [object[title] as string];
	return [...name, ...facts].join(" · ");
}

function valueText(value: JsonValue): string {
	if (isScalarList(value)) return value.map(String).join(", ");
	return typeof value === "object" ? formatJson(value).replace(/\n\t*/g, " ") : String(value);
}

/** Returns true for a list that contains only objects. */
export function isObjectList(value: JsonValue | undefined): value is readonly JsonObject[] {
	return Array.isArray(value) && (value as readonly JsonValue[]).every(isJsonObject);
}
