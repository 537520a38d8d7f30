import type { OutlineNode } from "../../../../src/core/overview/node.ts";
import { plainSpaces } from "../../../support/plainSpaces.ts";

/** Prints rows with everything that surfaces use: a line for the row, and one for each other property that it has. */
export function printRows(nodes: readonly OutlineNode[], depth = 0): string {
	return nodes.map((node) => printRow(node, depth)).join("");
}

function printRow(node: OutlineNode, depth: number): string {
	const { label, description, children, ...rest } = node;
	const indent = "    ".repeat(depth);
	const head = [label, description].filter((text) => text !== undefined).join(": ");
	const facts = Object.entries<unknown>(rest)
		.filter(([, fact]) => fact !== undefined)
		.toSorted(([one], [other]) => (one < other ? -1 : 1))
		.map(([name, fact]) => `${indent}    ${name} ${JSON.stringify(fact)}\n`);
	const below = children === undefined ? "" : `${indent}    ${children.length} below\n`;
	const text = [`${indent}- ${head}\n`, ...facts, below].join("");
	return plainSpaces(text) + printRows(children ?? [], depth + 1);
}
