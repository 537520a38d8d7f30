import { parseGoDuration } from "../base/goDuration.ts";
import { isJsonObject, type JsonValue } from "../base/json.ts";
import type { DeploymentOption } from "../coder/model.ts";

/** What YAML has of an external authentication provider and the API never tells. */
const onlyInYaml = new Set(["client_secret", "extra_token_keys"]);

/** A value of a YAML file in the shape that the API sends the option's values in; what does not fit stays as it is. */
export function yamlValue(option: DeploymentOption, raw: JsonValue): JsonValue {
	const value = plain(raw);
	if (value === null || typeof value === "object") return value;
	const text = String(value);
	if (option.duration) return parseGoDuration(text) ?? text;
	switch (typeof option.value) {
		case "string":
			return text;
		case "boolean":
			return text === "true" ? true : text === "false" ? false : value;
		case "number":
		case "bigint":
			return /^-?\d+$/.test(text) ? plain(BigInt(text)) : value;
		default:
			return value;
	}
}

function plain(value: JsonValue): JsonValue {
	if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
	if (Array.isArray(value)) return (value as readonly JsonValue[]).map(plain);
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => !onlyInYaml.has(key))
			.map(([key, child]) => [key, plain(child)]),
	);
}
