import { isCollection } from "yaml";
import { stringify } from "lossless-json";
import type { JsonValue } from "../../base/json.ts";
import type { DeploymentOption } from "../../coder/model.ts";
import { settingText } from "../../coder/optionValue.ts";
import { sameValue } from "../../comparison/equal.ts";
import { scalarStyle } from "../../export/yamlScalar.ts";
import { yamlQuoted } from "../../export/yamlValue.ts";
import type { Replacement } from "../rewrite.ts";
import { configSettings } from "./configSettings.ts";
import { readConfigText, writtenAt, type ConfigKey, type ConfigText } from "./configText.ts";

/**
 * Replaces the value in a configuration file by an option's value.
 *
 * @param version the version of the server that reads the file
 * @returns undefined if the server would read another value, or anything else would change
 */
export function replaceConfigValue(
	config: ConfigText,
	path: string,
	option: DeploymentOption,
	version: string | undefined,
): Replacement | undefined {
	const { text } = config;
	const key = config.keys.findLast((one) => one.path === path);
	if (!key || option.value === undefined) return undefined;
	const isJson = text.trimStart().startsWith("{");
	const { from, to } = spanOf(text, key);
	const space = text[from - 1] === ":" ? " " : "";
	const replacement = { from, to, text: space + written(option, isJson) };
	const after = readConfigText(text.slice(0, from) + replacement.text + text.slice(to));
	const setting = configSettings(after).findLast(({ name }) => name === path);
	const value = setting?.read?.(option, version);
	const isRead = after.errorAt === undefined && sameValue(value, option.value, option.duration);
	return isRead && others(config, path) === others(after, path) ? replacement : undefined;
}

/**
 * Returns the span to replace. For a list or map on separate lines, it starts after the colon, so that the new value is
 * on the same line.
 */
function spanOf(text: string, { nameSpan, value, node }: ConfigKey): { from: number; to: number } {
	const between = text.slice(nameSpan.to, value.from);
	const isBelow = isCollection(node) && /^[ \t]{0,20}:\s*$/.test(between) && between.includes("\n");
	return isBelow ? { from: nameSpan.to + between.indexOf(":") + 1, to: value.to } : value;
}

function written(option: DeploymentOption, isJson: boolean): string {
	const { value = null, duration } = option;
	const plain: JsonValue = duration ? settingText(option, value) : value;
	if (typeof plain !== "string") return stringify(plain ?? []) ?? "[]";
	const isPlain = !isJson && scalarStyle(plain, false) === "plain";
	return isPlain ? plain : yamlQuoted(plain);
}

/** Returns the source text of the values at all other paths. */
function others(config: ConfigText, path: string): string {
	return JSON.stringify(
		writtenAt(config).filter(([other]) => other !== path && !other.startsWith(`${path}.`)),
	);
}
