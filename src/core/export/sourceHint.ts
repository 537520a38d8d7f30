import { t } from "../base/l10n.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { isChanged, isSet } from "../options/optionFacts.ts";
import { defaultValue, settingText } from "../coder/optionValue.ts";

const longestDefault = 40;

/** Returns the comment at the end of a changed option's line: the source of its value and the default. */
export function sourceHint(option: DeploymentOption): string | undefined {
	if (!isChanged(option)) return undefined;
	const byDefault = option.secret ? undefined : defaultValue(option);
	const defaultText = settingText(option, byDefault);
	const source = sourceText(option);
	const short =
		defaultText !== "" && defaultText.length <= longestDefault && !defaultText.includes("\n");
	return short ? t("{0}, default: {1}", source, defaultText) : source;
}

/** Describes the source of a value. The server changes some values at startup and reports no source for them. */
function sourceText(option: DeploymentOption): string {
	if (!isSet(option)) return t("set by the server");
	switch (option.valueSource) {
		case "flag":
			return t("set by flag");
		case "env":
			return t("set by environment");
		default:
			return t("set by YAML");
	}
}
