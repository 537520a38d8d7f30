import { isAlias, isMap, visit, type Alias, type Document, type Node } from "yaml";
import { ExcessError } from "../base/bounds.ts";
import { formatBytes } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { UnreadableFile } from "./unreadable.ts";
import { InvalidYaml, parseYaml } from "./yamlDocument.ts";
import { hasScalarKeys, nodesByPath, yamlEntries } from "./yamlEntries.ts";

/** A file as nodes: what the server looks at before it knows which type an option has. */
export interface YamlNodes {
	/** The nodes by their path, with dots; of a key that is there twice the last. */
	readonly byPath: ReadonlyMap<string, Node>;
	/** What each alias stands for. */
	readonly targets: ReadonlyMap<Alias, Node>;
}

/** Longer texts, in characters, keep the editor waiting; what the server itself writes is a twentieth of it. */
const longestText = 1_000_000;

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
	return { byPath: nodesByPath(yamlEntries(contents)), targets: aliasTargets(contents) };
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

/** An alias stands for the last node before it that has its anchor. */
export function aliasTargets(contents: Node): ReadonlyMap<Alias, Node> {
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
