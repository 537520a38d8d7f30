import { formatJson, isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import { isEmptyValue, isScalarList } from "../coder/optionValue.ts";

/** The keys that say what an object is called, the best first. */
const titles = ["display_name", "name", "id"];

/**
 * An object of a list, such as an external authentication provider or a support link, on one line: what it is called,
 * then all that is set in it. What is empty or off says nothing.
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

/** True for a list of nothing but objects. */
export function isObjectList(value: JsonValue | undefined): value is readonly JsonObject[] {
	return (
		Array.isArray(value) && value.length > 0 && (value as readonly JsonValue[]).every(isJsonObject)
	);
}
