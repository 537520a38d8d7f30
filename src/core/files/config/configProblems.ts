import { t } from "../../base/l10n.ts";
import type { DeploymentOption } from "../../coder/model.ts";
import { unknownPaths } from "../../comparison/yamlPaths.ts";
import { isDeprecated } from "../../options/optionMarks.ts";
import { acceptsSentence } from "../accepts.ts";
import { configSettings } from "./configSettings.ts";
import type { ConfigProblem } from "./configProblem.ts";
import { optionsByPath, type ConfigReference } from "./configReference.ts";
import type { ConfigKey, ConfigText } from "./configText.ts";
import { successorOf } from "./successor.ts";
import { shownPath, unknownKey } from "./unknownKey.ts";

/** The maximum number of problems reported for a text. */
const mostProblems = 200;

/** Finds the problems in a configuration file, given the options of a server. A pure function. */
export function configProblems(config: ConfigText, reference: ConfigReference): ConfigProblem[] {
	const options = optionsByPath(reference);
	const byPath = new Map(config.keys.map((key) => [key.path, key]));
	const unknown = unknownPaths(byPath, reference.options).flatMap((path) => {
		const key = byPath.get(path);
		return key ? [unknownKey(key, reference)] : [];
	});
	return [
		...syntaxProblem(config),
		...unknown,
		...refusedValues(config, options, reference),
		...twice(config.keys),
		...deprecated(config.keys, options),
	].slice(0, mostProblems);
}

function syntaxProblem({ text, errorAt }: ConfigText): ConfigProblem[] {
	if (errorAt === undefined) return [];
	// The parser reports unclosed brackets and quotes at the end of the text. Move those to its last character.
	const from = Math.max(0, Math.min(errorAt, text.trimEnd().length - 1));
	return [{ kind: "syntax", path: "", from, to: from + 1, message: t("This isn't valid YAML.") }];
}

function refusedValues(
	config: ConfigText,
	options: ReadonlyMap<string, DeploymentOption>,
	{ version, reported }: ConfigReference,
): ConfigProblem[] {
	// If a key occurs twice, the server uses the last one.
	const last = new Map(configSettings(config).map((setting) => [setting.name, setting]));
	return [...last.values()].flatMap(({ name, value, read, text = "" }): ConfigProblem[] => {
		const option = options.get(name);
		if (!option || option.secret || !read || (option.choices && !reported)) return [];
		if (read(option, version) !== undefined) return [];
		const message = acceptsSentence(option, name, text, version);
		return [{ kind: "refused", path: name, from: value.from, to: value.to, message }];
	});
}

function twice(keys: readonly ConfigKey[]): ConfigProblem[] {
	const seen = new Map<ConfigKey["map"], Set<string>>();
	return keys.flatMap(({ path, map, nameSpan }): ConfigProblem[] => {
		const paths = seen.get(map) ?? new Set();
		seen.set(map, paths);
		if (!paths.has(path)) {
			paths.add(path);
			return [];
		}
		const message = t("{0} is set more than once. Coder uses the last value.", shownPath(path));
		return [{ kind: "twice", path, ...nameSpan, message }];
	});
}

function deprecated(
	keys: readonly ConfigKey[],
	options: ReadonlyMap<string, DeploymentOption>,
): ConfigProblem[] {
	return keys.flatMap(({ path, nameSpan }): ConfigProblem[] => {
		const option = options.get(path);
		if (!option || !isDeprecated(option)) return [];
		const successor = successorOf(option, options);
		const message = successor
			? t("{0} is deprecated. Use {1} instead.", path, successor.path)
			: t("{0} is deprecated.", path);
		return [{ kind: "deprecated", path, ...nameSpan, message }];
	});
}
