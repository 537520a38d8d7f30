import { isAlias, isMap, isScalar, parseDocument, visit } from "yaml";
import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import { t } from "../base/l10n.ts";
import { maskSecrets } from "../coder/mask.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { aliasOf } from "../options/aliases.ts";
import { defaultOptions } from "./defaults.ts";
import type { ReadConfig } from "./readConfig.ts";
import { UnreadableFile } from "./unreadable.ts";
import { yamlValue } from "./yamlValue.ts";

/**
 * Reads a file as `coder server --config` does: what it sets, and the defaults for all that it does not set. Which
 * options there are, a configuration of a server has to tell. What such a file cannot set (secrets, and a few options
 * without a place in YAML) is taken to be as it is there.
 *
 * @param reference the options of the server that the file is compared with
 * @throws UnreadableFile with a sentence for people
 */
export function readYamlConfig(text: string, reference: readonly DeploymentOption[]): ReadConfig {
	const { values, unknown } = valuesAt(parse(text), reference);
	if (values.size === 0) {
		throw new UnreadableFile(
			"notCoder",
			t("This file sets no option that this server knows. Is it a configuration of Coder?"),
		);
	}
	shareWithAliases(values, reference);
	const usual = defaultOptions(reference);
	return {
		options: reference.map((option, index): DeploymentOption => {
			if (!option.yamlPath || option.secret) return option;
			if (!values.has(option.id)) return usual[index] ?? option;
			return {
				...option,
				value: yamlValue(option, values.get(option.id) ?? null),
				valueSource: "yaml",
			};
		}),
		notes: [
			t("What a YAML file cannot set, such as secrets, is not compared."),
			...(unknown.length === 0
				? []
				: [t("The server would refuse this file: it does not know {0}.", unknown.join(", "))]),
		],
	};
}

function parse(text: string): JsonObject {
	const document = parseDocument(text, {
		intAsBigInt: true,
		prettyErrors: true,
		logLevel: "silent",
	});
	const [error] = document.errors;
	if (error) {
		const line = error.linePos?.[0].line;
		// Without the parser's message: it quotes the line, which may hold a secret.
		throw new UnreadableFile(
			"damaged",
			line === undefined
				? t("This file is no valid YAML.")
				: t("This file is no valid YAML: see line {0}.", line),
		);
	}
	if (!isMap(document.contents)) {
		throw new UnreadableFile(
			"notCoder",
			t("This is no configuration of Coder, nor YAML with keys."),
		);
	}
	const values = toJson(document) as JsonValue;
	// Files have what answers don't: secrets in plain text, as those of external authentication.
	const masked = maskSecrets(values);
	return isJsonObject(masked) ? masked : {};
}

function toJson(document: ReturnType<typeof parseDocument>): unknown {
	visit(document, (_key, node) => {
		// Times, symbols and binary data stay the text they were.
		if (isScalar(node) && typeof node.value === "object" && node.value !== null) {
			node.value = node.source ?? "";
		}
		return isAlias(node) ? visit.SKIP : undefined;
	});
	try {
		return document.toJS({ maxAliasCount: 100 });
	} catch {
		throw new UnreadableFile("damaged", t("This file refers to itself too often to be read."));
	}
}

/** What stands at the options' paths, by option, and the paths that are no option's. */
function valuesAt(
	root: JsonObject,
	reference: readonly DeploymentOption[],
): { readonly values: Map<string, JsonValue>; readonly unknown: string[] } {
	const options = new Map<string, DeploymentOption>();
	const groups = new Set<string>();
	for (const option of reference) {
		const { yamlPath } = option;
		if (!yamlPath) continue;
		options.set(key(yamlPath), option);
		for (let end = 1; end < yamlPath.length; end++) groups.add(key(yamlPath.slice(0, end)));
	}
	const values = new Map<string, JsonValue>();
	const unknown: string[] = [];
	const walk = (object: JsonObject, above: readonly string[]): void => {
		for (const [name, child] of Object.entries(object)) {
			const path = [...above, name];
			const option = options.get(key(path));
			if (option) values.set(option.id, child);
			else if (!groups.has(key(path))) unknown.push(path.join("."));
			else if (isJsonObject(child)) walk(child, path);
		}
	};
	walk(root, []);
	return { values, unknown };
}

function key(path: readonly string[]): string {
	return JSON.stringify(path);
}

/** Deprecated names and their successors that are one value on the server: setting one sets both. */
function shareWithAliases(
	values: Map<string, JsonValue>,
	reference: readonly DeploymentOption[],
): void {
	const byId = new Map(reference.map((option) => [option.id, option]));
	for (const option of reference) {
		const current = byId.get(aliasOf(option) ?? "");
		if (!current) continue;
		const value = values.get(current.id) ?? values.get(option.id);
		if (value === undefined) continue;
		values.set(option.id, value);
		values.set(current.id, value);
	}
}
