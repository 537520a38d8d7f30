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

/** What YAML has of an external authentication provider and the API never tells. */
const onlyInYaml = new Set(["client_secret", "extra_token_keys"]);

/** What a file sets, by the option's id. */
type Values = Map<string, JsonValue>;

/**
 * Reads a file as `coder server --config` does: what it sets, and the defaults for all that it does not set. Which
 * options there are, a configuration of a server has to tell. What such a file cannot set (secrets, and a few options
 * without a place in YAML) is taken to be as it is there.
 *
 * @param reference the options of the server that the file is compared with
 * @param version that server's: which durations and choices it reads depends on it
 * @throws UnreadableFile with a sentence for people
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
			t("This file sets no option that this server knows. Is it a Coder configuration?"),
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

/** The values at the options' paths; what the server refuses stays what it looks like. */
function readValues(
	{ byPath, targets }: YamlNodes,
	reference: readonly DeploymentOption[],
	version: string | undefined,
): { readonly values: Values; readonly refused: readonly string[] } {
	const decoder = new YamlDecoder(targets);
	const values: Values = new Map();
	const refused: string[] = [];
	for (const option of reference) {
		const path = option.yamlPath?.join(".");
		const node = path === undefined ? undefined : byPath.get(path);
		if (path === undefined || !node) continue;
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
 * The values without secrets. Files have what answers don't: secrets in plain text, as those of external
 * authentication. They are looked for where no option is, too. That an option is none itself is known: its key says
 * nothing.
 */
function maskValues(
	values: Values,
	{ byPath, targets }: YamlNodes,
	unknown: readonly string[],
): Values {
	const decoder = new YamlDecoder(targets);
	const rest = unknown.flatMap((path) => {
		const node = byPath.get(path);
		const key = path.slice(path.lastIndexOf(".") + 1);
		return node ? [{ [key]: shownNode(node, decoder) }] : [];
	});
	const masked = maskSecrets({ known: [...values.values()], rest });
	const list = isJsonObject(masked) && Array.isArray(masked.known) ? masked.known : [];
	return new Map(
		[...values.keys()].map((id, index) => [
			id,
			withoutFileOnly((list as readonly JsonValue[])[index] ?? null),
		]),
	);
}

/** What a file has, and an answer never does, is left out: a file is compared with answers. */
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
 * Deprecated names and their successors that are one value on the server: setting one sets both. The server goes by
 * the names of options, so that the last of two wins.
 */
function shareWithAliases(values: Values, reference: readonly DeploymentOption[]): void {
	const byId = new Map(reference.map((option) => [option.id, option]));
	for (const option of reference) {
		const current = byId.get(aliasOf(option) ?? "");
		if (!current) continue;
		const [first, last] = option.name < current.name ? [option, current] : [current, option];
		const value = values.get(last.id) ?? values.get(first.id);
		if (value === undefined) continue;
		const both = values.has(first.id) && values.has(last.id);
		for (const { id } of [first, last]) {
			// Ignored by the server: the default of the other name comes over it.
			if (needsBothNames(option) && !both) values.delete(id);
			else values.set(id, value);
		}
	}
}
