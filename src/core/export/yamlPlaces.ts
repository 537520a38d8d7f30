import type { DeploymentOption } from "../coder/model.ts";

/** Where a key stands in a text. Lines and columns count from 0. */
export interface YamlPlace {
	/** Where its comment begins. */
	readonly firstLine: number;
	/** The line of the key itself. */
	readonly line: number;
	/** Where its value, or its last child, ends. */
	readonly lastLine: number;
	/** The columns of the key: the first, and the one after its end. */
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

/** A written YAML file, and what stands where in it. */
export interface YamlText {
	readonly text: string;
	/** The outermost keys, in order. */
	readonly nodes: readonly YamlNode[];
	/** Where each option stands, by id; also those that are only in a comment. */
	readonly places: ReadonlyMap<string, YamlPlace>;
}

/** The option whose comment, key or value is on a line. */
export function optionAt(nodes: readonly YamlNode[], line: number): YamlNode | undefined {
	const node = nodes.find(({ place }) => place.firstLine <= line && line <= place.lastLine);
	return node?.option ? node : node && optionAt(node.children, line);
}
