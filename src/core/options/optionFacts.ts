import type { DeploymentOption } from "../coder/model.ts";
import { defaultValue, isEmptyValue, settingText } from "../coder/optionValue.ts";

/**
 * Returns true if the option is set by flag, environment variable, or YAML. A deprecated name shares this with its
 * replacement.
 */
export function isSet(option: DeploymentOption): boolean {
	return option.valueSource !== undefined && option.valueSource !== "default";
}

/**
 * Returns true if the value differs from the default. Two empty values are equal, and a value that the server reports
 * as default isn't compared with a default that it doesn't report.
 */
export function differsFromDefault(option: DeploymentOption): boolean {
	if (option.secret) return false;
	const usual = defaultValue(option);
	if (usual === undefined) {
		return option.valueSource !== "default" && !isUnset(option);
	}
	return settingText(option, option.value) !== settingText(option, usual);
}

/** Whether a value is empty, false, or zero. For options without a default, these mean "not set". */
function isUnset({ value }: DeploymentOption): boolean {
	return value === false || value === 0 || isEmptyValue(value);
}

/** Returns true if the option is set or differs from its default: the server changes some values at startup. */
export function isChanged(option: DeploymentOption): boolean {
	return isSet(option) || differsFromDefault(option);
}
