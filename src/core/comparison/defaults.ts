import type { JsonValue } from "../base/json.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { defaultValue } from "../coder/optionValue.ts";
import { aliasOf } from "../options/aliases.ts";

/**
 * Returns the configuration of an unconfigured server: every option with its default, or with Go's zero value if it has
 * none. For defaults that a server computes at startup, uses the ones it reported.
 */
export function defaultOptions(options: readonly DeploymentOption[]): DeploymentOption[] {
	const byId = new Map<string | undefined, DeploymentOption>(
		options.map((option) => [option.id, option]),
	);
	return options.map((option) => {
		const { valueSource, value, ...described } = option;
		if (option.secret) return described;
		const byDefault = defaultValue(option) ?? sharedDefault(option, byId);
		if (byDefault === undefined) return { ...described, value: zeroLike(value) };
		return { ...described, value: byDefault, valueSource: "default" };
	});
}

/**
 * Returns the default that a deprecated name shares with its replacement. Some of these names have no default of their
 * own.
 */
function sharedDefault(
	option: DeploymentOption,
	byId: ReadonlyMap<string | undefined, DeploymentOption>,
): JsonValue | undefined {
	const current = byId.get(aliasOf(option));
	return current && defaultValue(current);
}

/** Returns the value of an unset option of this type. */
export function zeroLike(value: JsonValue | undefined): JsonValue {
	switch (typeof value) {
		case "boolean":
			return false;
		case "number":
		case "bigint":
			return 0;
		case "string":
			return "";
		default:
			return null;
	}
}
