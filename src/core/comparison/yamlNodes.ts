import {
	isAlias,
	isMap,
	isScalar,
	visit,
	type Alias,
	type Document,
	type Node,
	type YAMLMap,
} from "yaml";
import { ExcessError } from "../base/bounds.ts";
import { formatBytes } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { UnreadableFile } from "./unreadable.ts";
import { InvalidYaml, parseYaml } from "./yamlDocument.ts";

/** A file as nodes: what the server looks at before it knows which type an option has. */
export interface YamlNodes {
	/** The nodes by their path, with dots; of a key that is there twice the last. */
	readonly byPath: ReadonlyMap<string, Node>;
	/** What each alias stands for. */
	readonly targets: ReadonlyMap<Alias, Node>;
}

/** Longer texts, in characters, keep the editor waiting; what the server itself writes is a twentieth of it. */
const longestText = 1_000_000;

/** No option has a longer path, in characters. */
export const longestPath = 1_000;

/** Deeper maps hold no option, but could exhaust the stack. */
const deepest = 64;

/**
 * Reads the nodes of a YAML file.
 *
 * @throws UnreadableFile with a sentence for people
 */
export function readYamlNodes(text: string): YamlNodes {
	const document = parse(text);
	const { contents } = document;
	if (!isMap(contents) || !hasScalarKeys(contents)) {
		throw new UnreadableFile("notCoder", t("No Coder options were found in it."));
	}
	const byPath = new Map<string, Node>();
	addPaths(contents, "", 0, byPath);
	return { byPath, targets: aliasTargets(contents) };
}

function parse(text: string): Document.Parsed {
	if (text.length > longestText) {
		throw new UnreadableFile(
			"tooLarge",
			t("This file is larger than {0}, the most that can be read.", formatBytes(longestText)),
		);
	}
	try {
		return parseYaml(text);
	} catch (error) {
		if (error instanceof ExcessError) {
			throw new UnreadableFile("damaged", t("This file can't be read. {0}", error.message));
		}
		if (!(error instanceof InvalidYaml)) throw error;
		throw new UnreadableFile("damaged", t("This file isn't valid YAML: see line {0}.", error.line));
	}
}

/**
 * Adds the nodes of a map, as `mapYAMLNodes` of coder/serpent does: a map that is there twice adds to the first one,
 * a key with dots is a path, a map with other keys than texts has none, what an alias stands for is not looked into.
 */
function addPaths(map: YAMLMap, above: string, depth: number, byPath: Map<string, Node>): void {
	for (const { key, value } of map.items) {
		if (!isScalar(key)) continue;
		const path = above + scalarText(key);
		byPath.set(path, value as Node);
		const mayHold = depth < deepest && path.length <= longestPath;
		if (isMap(value) && mayHold && hasScalarKeys(value)) {
			addPaths(value, `${path}.`, depth + 1, byPath);
		}
	}
}

function hasScalarKeys(map: YAMLMap): boolean {
	return map.items.every(({ key }) => isScalar(key));
}

/** The text of a scalar, without its quotes: what the server reads, whatever it looks like to YAML. */
export function scalarText(node: { readonly source?: string; readonly value?: unknown }): string {
	return node.source ?? (typeof node.value === "string" ? node.value : "");
}

/** An alias stands for the last node before it that has its anchor. */
function aliasTargets(contents: Node): ReadonlyMap<Alias, Node> {
	const anchors = new Map<string, Node>();
	const targets = new Map<Alias, Node>();
	visit(contents, {
		Node: (_key, node) => {
			if (isAlias(node)) {
				const target = anchors.get(node.source);
				if (target) targets.set(node, target);
			} else if (node.anchor !== undefined) anchors.set(node.anchor, node);
		},
	});
	return targets;
}
