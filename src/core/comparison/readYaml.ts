import { isJsonObject, type JsonValue } from "../base/json.ts";
import { t } from "../base/l10n.ts";
import { nameSome } from "../base/nameSome.ts";
import { maskSecrets } from "../coder/mask.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { aliasOf, needsBothNames } from "../options/aliases.ts";
import { defaultOptions } from "./defaults.ts";
import type { ReadConfig } from "./readConfig.ts";
import { UnreadableFile } from "./unreadable.ts";
import { Refused, YamlDecoder } from "./yamlDecoder.ts";
import { readYamlNodes, type YamlNodes } from "./yamlNodes.ts";
import { unknownPaths } from "./yamlPaths.ts";
import { shownNode, yamlValue } from "./typedYamlValue.ts";

/** Keys of an external authentication provider that YAML can contain and the API never returns. */
const onlyInYaml = new Set(["client_secret", "extra_token_keys"]);

/** The values that a file sets, by option ID. */
type Values = Map<string, JsonValue>;

/**
 * Reads a file as `coder server --config` does: the options that it sets, and the defaults for all others. The
 * available options come from a server's configuration. Options that the file can't set (secrets, and a few without a
 * YAML path) are assumed to be the same as there.
 *
 * @param reference the options of the server to compare with
 * @param version that server's version, which determines the durations and choices that it accepts
 * @throws UnreadableFile with a sentence for users
 */
export function readYamlConfig(
	text: string,
	reference: readonly DeploymentOption[],
	version?: string,
): ReadConfig {
	const nodes = readYamlNodes(text);
	const { values, refused } = readValues(nodes, reference, version);
	if (values.size === 0) {
		throw new UnreadableFile(
			"notCoder",
			t("This file doesn't set any option that this server knows. Is it a Coder configuration?"),
		);
	}
	const unknown = unknownPaths(nodes.byPath, reference);
	const masked = maskValues(values, nodes, unknown);
	shareWithAliases(masked, reference);
	const usual = defaultOptions(reference);
	return {
		options: reference.map((option, index): DeploymentOption => {
			if (!option.yamlPath || option.secret) return option;
			const value = masked.get(option.id);
			return value === undefined
				? (usual[index] ?? option)
				: { ...option, value, valueSource: "yaml" };
		}),
		notes: [
			t("Settings that a YAML file can't contain, such as secrets, aren't compared."),
			...(unknown.length === 0
				? []
				: [t("The server would reject this file because it doesn't know {0}.", nameSome(unknown))]),
			...(refused.length === 0
				? []
				: [
						t(
							"The server would reject this file because it can't read the value of {0}.",
							nameSome(refused),
						),
					]),
		],
	};
}

/** Reads the values at the options' paths. A value that the server rejects is kept as written. */
function readValues(
	{ byPath, targets }: YamlNodes,
	reference: readonly DeploymentOption[],
	version: string | undefined,
): { readonly values: Values; readonly refused: readonly string[] } {
	const decoder = new YamlDecoder(targets);
	const values: Values = new Map();
	const refused: string[] = [];
	for (const option of reference) {
		if (!option.yamlPath) continue;
		const path = option.yamlPath.join(".");
		const node = byPath.get(path);
		if (!node) continue;
		try {
			values.set(option.id, yamlValue(option, node, decoder, version));
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			refused.push(path);
			values.set(option.id, shownNode(node, decoder));
		}
	}
	return { values, refused };
}

/**
 * Removes secrets from the values. Unlike responses, files contain secrets in plain text, such as those for external
 * authentication. Also searches keys that aren't options. The options' own keys aren't checked, because it is known
 * which options are secrets.
 */
function maskValues(
	values: Values,
	{ byPath, targets }: YamlNodes,
	unknown: readonly string[],
): Values {
	const decoder = new YamlDecoder(targets);
	const rest = unknown.map((path) => ({
		[path.slice(path.lastIndexOf(".") + 1)]: shownNode(byPath.get(path), decoder),
	}));
	const masked = maskSecrets({ known: [...values.values()], rest });
	const list = isJsonObject(masked) && Array.isArray(masked.known) ? masked.known : [];
	return new Map(
		[...values.keys()].map((id, index) => [
			id,
			withoutFileOnly((list as readonly JsonValue[])[index] ?? null),
		]),
	);
}

/** Removes what files can contain and responses never do, because files are compared with responses. */
export function withoutFileOnly(value: JsonValue): JsonValue {
	if (Array.isArray(value)) return (value as readonly JsonValue[]).map(withoutFileOnly);
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => !onlyInYaml.has(key))
			.map(([key, child]) => [key, withoutFileOnly(child)]),
	);
}

/**
 * Copies values between deprecated names and their replacements if the server stores them as one value: setting one
 * sets both. The server applies options in the order of their names, so the last one takes precedence.
 */
function shareWithAliases(values: Values, reference: readonly DeploymentOption[]): void {
	const byId = new Map<string | undefined, DeploymentOption>(
		reference.map((option) => [option.id, option]),
	);
	for (const option of reference) {
		const current = byId.get(aliasOf(option));
		if (!current) continue;
		const [first, last] = option.name < current.name ? [option, current] : [current, option];
		const value = values.get(last.id) ?? values.get(first.id);
		if (value === undefined) continue;
		const both = values.has(first.id) && values.has(last.id);
		for (const { id } of [first, last]) {
			// The server ignores it: the default of the other name overwrites it.
			if (needsBothNames(option) && !both) values.delete(id);
			else values.set(id, value);
		}
	}
}
