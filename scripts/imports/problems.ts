import path from "node:path";
import { findCircles, wayAround, type Graph } from "./findCircles.ts";
import type { Imports } from "./readImports.ts";

/** The graph of files, types and `import()` included. */
export function fileGraph(imports: Imports): Graph {
	return new Map([...imports].map(([file, targets]) => [file, [...targets.keys()]]));
}

/** The graph of folders such as `src/ui/findings`, with all that lies in them; what lies in `src` itself is left out. */
export function folderGraph(imports: Imports): Graph {
	const folderOf = (file: string): string => path.dirname(file).split("/").slice(0, 3).join("/");
	const isLayer = (folder: string): boolean => folder.includes("/");
	const graph = new Map<string, Set<string>>();
	for (const [file, targets] of imports) {
		const folder = folderOf(file);
		if (!isLayer(folder)) continue;
		const others = [...targets.keys()]
			.map(folderOf)
			.filter((other) => other !== folder && isLayer(other));
		graph.set(folder, new Set([...(graph.get(folder) ?? []), ...others]));
	}
	return graph;
}

/** Circles of imports, as sentences. */
export function circleProblems(graph: Graph): readonly string[] {
	return findCircles(graph).map(
		(circle) => `A circle of imports:\n  ${wayAround(graph, circle).join("\n  → ")}`,
	);
}

/**
 * Files behind the front that the front would load at activation, as sentences.
 *
 * @param entry what VS Code loads at activation
 * @param behind the file that is loaded later, with all that only it needs
 */
export function frontProblems(imports: Imports, entry: string, behind: string): readonly string[] {
	const missing = [entry, behind].filter((file) => !imports.has(file));
	if (missing.length > 0) return missing.map((file) => `There is no ${file} any more.`);
	const way = wayTo(imports, entry, behind);
	return way ? [`Activation loads ${behind}; use import():\n  ${way.join("\n  → ")}`] : [];
}

/** A shortest way of static imports from one file to another. */
function wayTo(imports: Imports, from: string, to: string): readonly string[] | undefined {
	const ways: string[][] = [[from]];
	const seen = new Set([from]);
	for (const way of ways) {
		const file = way.at(-1) ?? "";
		if (file === to) return way;
		for (const [next, kind] of imports.get(file) ?? []) {
			if (kind !== "static" || seen.has(next)) continue;
			seen.add(next);
			ways.push([...way, next]);
		}
	}
	return undefined;
}
