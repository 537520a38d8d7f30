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
 * Writes an option's value in the place of the one that a configuration file has.
 *
 * @param version the server's, by which the file is read
 * @returns nothing where the server would not read it as that value, or all else as before
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

/** A list or map on lines of its own is replaced from the colon on, so that one line is written behind it. */
function spanOf(text: string, { nameSpan, value, node }: ConfigKey): { from: number; to: number } {
	const between = text.slice(nameSpan.to, value.from);
	const isBelow = isCollection(node) && /^[ \t]{0,20}:\s*$/.test(between) && between.includes("\n");
	return isBelow ? { from: nameSpan.to + between.indexOf(":") + 1, to: value.to } : value;
}

function written(option: DeploymentOption, isJson: boolean): string {
	const { value = null, duration } = option;
	const plain: JsonValue = duration ? settingText(option, value) : value;
	if (typeof plain !== "string") return stringify(plain ?? []) ?? "[]";
	const isPlain = !isJson && plain !== "" && scalarStyle(plain, false) === "plain";
	return isPlain ? plain : yamlQuoted(plain);
}

/** What the file has at other paths, as it is written. */
function others(config: ConfigText, path: string): string {
	return JSON.stringify(
		writtenAt(config).filter(([other]) => other !== path && !other.startsWith(`${path}.`)),
	);
}
