import type { DeploymentOption } from "../coder/model.ts";

/** The position of a key in a text. Lines and columns are zero-based. */
export interface YamlPlace {
	/** The first line of its comment. */
	readonly firstLine: number;
	/** The key's line. */
	readonly line: number;
	/** The last line of its value or last child. */
	readonly lastLine: number;
	/** The columns of the key: its start, and the end (exclusive). */
	readonly start: number;
	readonly end: number;
}

/** A key of a written YAML file: an option, or a group of them. */
export interface YamlNode {
	readonly key: string;
	readonly place: YamlPlace;
	/** Missing for groups. */
	readonly option?: DeploymentOption;
	readonly children: readonly YamlNode[];
}

/** A written YAML file and the positions of its keys. */
export interface YamlText {
	readonly text: string;
	/** Outermost keys, in order. */
	readonly nodes: readonly YamlNode[];
	/** The position of each option by ID, including options in comments. */
	readonly places: ReadonlyMap<string, YamlPlace>;
}

/** Returns the option with its comment, key, or value on a line. */
export function optionAt(nodes: readonly YamlNode[], line: number): YamlNode | undefined {
	const node = nodes.find(({ place }) => place.firstLine <= line && line <= place.lastLine);
	return node?.option ? node : node && optionAt(node.children, line);
}
