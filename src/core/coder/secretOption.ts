import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import { isSecretOption } from "./secretOptions.ts";

/** The keys that only an element of `options` has; a `name` alone stands in many things. */
const optionKeys = ["env", "flag", "description", "annotations", "use_instead", "value_source"];

/** True for what looks like an element of `options`. */
export function isOption(object: JsonObject): boolean {
	return optionKeys.some((key) => key in object);
}

/**
 * True for an element of `options` that holds a secret: by its annotation, by its variable, flag or name, or because
 * the option that replaces it does. What holds a switch or a duration is no secret, whatever it is called.
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

function isHarmless({ value, annotations }: JsonObject): boolean {
	return typeof value === "boolean" || annotated(annotations, "format_duration");
}
