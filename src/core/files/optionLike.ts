import type { JsonValue } from "../base/json.ts";
import type { DeploymentOption } from "../coder/model.ts";
import type { Variable } from "../variables/known.ts";

/** Returns the option of a variable, with a value that shows its type, because the bundled options have no values. */
export function optionLike({ option, reported, type }: Variable): DeploymentOption | undefined {
	if (!option || reported) return option;
	return { ...option, value: zeroOf(type) };
}

/** Returns a value that shows a type. */
export function zeroOf(type: Variable["type"]): JsonValue {
	switch (type) {
		case "bool":
			return false;
		case "int":
		case "duration":
			return 0;
		case "list":
			return null;
		case "map":
			return {};
		default:
			return "";
	}
}
