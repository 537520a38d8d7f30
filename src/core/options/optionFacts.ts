import type { DeploymentOption } from "../coder/model.ts";
import { defaultValue, isEmptyValue, settingText } from "../coder/optionValue.ts";

/** True when somebody set the option: by flag, variable or YAML. A deprecated name shares this with its successor. */
export function isSet(option: DeploymentOption): boolean {
	return option.valueSource !== undefined && option.valueSource !== "default";
}

/**
 * True when the value is another than the default. Two empty values are equal, and a value that the server calls
 * its default is not held against a default that it does not tell.
 */
export function differsFromDefault(option: DeploymentOption): boolean {
	if (option.secret) return false;
	const usual = defaultValue(option);
	if (usual === undefined) {
		return option.valueSource !== "default" && !saysNothing(option);
	}
	return settingText(option, option.value) !== settingText(option, usual);
}

/** Go's zero values stand for "not set" where an option has no default. */
function saysNothing({ value }: DeploymentOption): boolean {
	return value === false || value === 0 || isEmptyValue(value);
}

/** True when the option was set, or its value is not the default: the server changes some values at its start. */
export function isChanged(option: DeploymentOption): boolean {
	return isSet(option) || differsFromDefault(option);
}
