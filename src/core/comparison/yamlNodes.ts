import { isAlias, isMap, visit, type Alias, type Document, type Node } from "yaml";
import { ExcessError } from "../base/bounds.ts";
import { formatBytes } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { UnreadableFile } from "./unreadable.ts";
import { InvalidYaml, parseYaml } from "./yamlDocument.ts";
import { hasScalarKeys, nodesByPath, yamlEntries } from "./yamlEntries.ts";

/** A file as nodes: what the server reads before it knows an option's type. */
export interface YamlNodes {
	/** Nodes by dotted path. The last of duplicate keys wins. */
	readonly byPath: ReadonlyMap<string, Node>;
	/** The node of each alias. */
	readonly targets: ReadonlyMap<Alias, Node>;
}

/**
 * The maximum length of a text, in characters; longer ones would block the editor. The server writes a twentieth of
 * this.
 */
const longestText = 1_000_000;

/**
 * Parses the nodes of a YAML file.
 *
 * @throws UnreadableFile with a sentence for users
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

/** Returns the node of each alias: the last one before it with its anchor. */
export function aliasTargets(contents: Node): ReadonlyMap<Alias, Node> {
	const anchors = new Map<string | undefined, Node>();
	const targets = new Map<Alias, Node>();
	visit(contents, {
		Node: (_key, node) => {
			if (isAlias(node)) {
				const target = anchors.get(node.source);
				if (target) targets.set(node, target);
			} else anchors.set(node.anchor, node);
		},
	});
	return targets;
}
