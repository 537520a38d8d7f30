import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import { isSecretOption } from "./secretOptions.ts";

/** Keys that only elements of `options` have; many other things have a `name`. */
const optionKeys = ["env", "flag", "description", "annotations", "use_instead", "value_source"];

/** Returns true for what looks like an element of `options`. */
export function isOption(object: JsonObject): boolean {
	return optionKeys.some((key) => key in object);
}

/**
 * Returns true for a secret element of `options`: by its annotation, by its variable, flag, or name, or because its
 * replacement is secret. Booleans and durations are never secret, whatever their name.
 */
export function holdsSecret(option: JsonObject): boolean {
	if (!isOption(option)) return false;
	const { annotations, use_instead: successors } = option;
	if (annotated(annotations, "secret")) return true;
	if (isSecretOption(option.env, option.flag, option.name) && !isHarmless(option)) return true;
	return (Array.isArray(successors) ? (successors as readonly JsonValue[]) : [successors]).some(
		(successor) => isJsonObject(successor) && holdsSecret(successor),
	);
}

function annotated(annotations: JsonValue | undefined, key: string): boolean {
	return isJsonObject(annotations)
		? Boolean(annotations[key])
		: Array.isArray(annotations) && annotations.includes(key);
}

function isHarmless({ value, annotations, default: byDefault = "" }: JsonObject): boolean {
	if (typeof value === "boolean") return ["", "true", "false", null].includes(byDefault as string);
	const isNumber = typeof value === "number" || typeof value === "bigint";
	return isNumber && annotated(annotations, "format_duration");
}
