import type { OutlineNode } from "../../src/core/overview/node.ts";
import { isWebUrl } from "../../src/core/base/url.ts";
import { plainSpaces } from "./plainSpaces.ts";

/**
 * Prints a tree as indented text, one row per line: the row, its actions, and its spoken label if it differs from the
 * default.
 *
 *     ▸ Label: description  (icon, tone)  [copy open]
 *           says: …
 */
export function printOutline(nodes: readonly OutlineNode[]): string {
	return `${nodes.flatMap((node) => lines(node, 0)).join("\n")}\n`;
}

function lines(node: OutlineNode, depth: number): string[] {
	const indent = "    ".repeat(depth);
	const look = [node.icon, node.tone].filter(Boolean).join(", ");
	const text = [
		`${arrow(node)} ${node.label}${node.description === undefined ? "" : `: ${node.description}`}`,
		look === "" ? "" : `(${look})`,
		actions(node),
	];
	return [
		plainSpaces(indent + text.filter((part) => part !== "").join("  ")),
		...(node.spoken === undefined ? [] : [plainSpaces(`${indent}      says: ${node.spoken}`)]),
		...(node.children ?? []).flatMap((child) => lines(child, depth + 1)),
	];
}

function arrow({ children, expanded }: OutlineNode): string {
	if (!children) return "-";
	return expanded ? "▾" : "▸";
}

function actions({ deployment, ended, refreshes, copy, url, command }: OutlineNode): string {
	const words = [
		deployment !== undefined && "deployment",
		ended && "ended",
		refreshes && `refreshes:${refreshes.join(",")}`,
		copy !== undefined && "copy",
		url !== undefined && isWebUrl(url) && "open",
		command && `runs:${command.id.replace("coderDeployment.", "")}`,
	].filter(Boolean);
	return words.length === 0 ? "" : `[${words.join(" ")}]`;
}
