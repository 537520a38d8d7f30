import type { DeploymentOption } from "../../coder/model.ts";
import { settingText, defaultValue } from "../../coder/optionValue.ts";
import { isDeprecated } from "../../options/optionMarks.ts";
import { typeWord } from "../../options/optionTypes.ts";
import { yamlKey, yamlQuoted } from "../../export/yamlValue.ts";
import { scalarStyle } from "../../export/yamlScalar.ts";
import type { ConfigPlace } from "./configPlace.ts";
import { optionsByPath, type ConfigReference } from "./configReference.ts";
import { keysBelow } from "./unknownKey.ts";

/** A completion in a configuration file. */
export interface ConfigSuggestion {
	readonly kind: "group" | "option" | "value";
	readonly label: string;
	/** The option whose key or value it is. */
	readonly option?: DeploymentOption;
	/** The text before and after the cursor's new position. */
	readonly before: string;
	readonly after: string;
	readonly isDefault: boolean;
	readonly isDeprecated: boolean;
}

/** Returns the completions for a position in a configuration file, given the options of a server. */
export function configSuggestions(
	place: ConfigPlace,
	reference: ConfigReference,
): ConfigSuggestion[] {
	const options = optionsByPath(reference);
	const option = options.get(place.path);
	if (option) return valueSuggestions(option, place, reference);
	if (place.kind === "value") return [];
	const above = place.path === "" ? "" : `${place.path}.`;
	return keysBelow(above, reference)
		.filter((key) => !place.used.has(key))
		.map((key) => keySuggestion(key, options.get(above + key), place));
}

function keySuggestion(
	key: string,
	option: DeploymentOption | undefined,
	{ isFlow, hasColon, indent }: ConfigPlace,
): ConfigSuggestion {
	const name = isFlow ? yamlQuoted(key) : yamlKey(key);
	const below = isFlow ? " {" : `\n${" ".repeat(indent + 2)}`;
	const colon = hasColon ? "" : option ? ": " : `:${below}`;
	return {
		kind: option ? "option" : "group",
		label: key,
		...(option && { option }),
		before: name + colon,
		after: isFlow && !option && !hasColon ? "}" : "",
		isDefault: false,
		isDeprecated: option !== undefined && isDeprecated(option),
	};
}

function valueSuggestions(
	option: DeploymentOption,
	{ isFlow }: ConfigPlace,
	reference: ConfigReference,
): ConfigSuggestion[] {
	if (option.secret) return [];
	const type = typeWord(option);
	const byDefault = settingText(option, defaultValue(option));
	const isPlain = type === "bool" || type === "int";
	const words = new Set([
		...(type === "bool" ? ["true", "false"] : []),
		...(option.choices ?? []),
		...(option.id === "CODER_EXPERIMENTS" ? [...reference.experiments, "*"] : []),
		...(byDefault !== "" && type !== "string-array" && type?.startsWith("struct[") !== true
			? [byDefault]
			: []),
	]);
	return [...words].map((word) => ({
		kind: "value",
		label: word,
		option,
		before: isPlain || (!isFlow && scalarStyle(word, false) === "plain") ? word : yamlQuoted(word),
		after: "",
		isDefault: word === byDefault,
		isDeprecated: false,
	}));
}
