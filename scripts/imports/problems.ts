import path from "node:path";
import { findCycles, cyclePath, type Graph } from "./findCycles.ts";
import type { Imports } from "./readImports.ts";

/** Returns the graph of files, including types and `import()`. */
export function fileGraph(imports: Imports): Graph {
	return new Map([...imports].map(([file, targets]) => [file, [...targets.keys()]]));
}

/**
 * Returns the graph of folders such as `src/ui/findings`, with everything in them. Leaves out files directly in `src`.
 */
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

/** Describes circular imports in sentences. */
export function cycleProblems(graph: Graph): readonly string[] {
	return findCycles(graph).map(
		(cycle) => `An import cycle:\n  ${cyclePath(graph, cycle).join("\n  → ")}`,
	);
}

/**
 * Describes files that would be loaded although they should be loaded later, in sentences.
 *
 * @param entry the file that is loaded first
 * @param behind the file that is loaded later, with everything that only it needs
 */
export function frontProblems(imports: Imports, entry: string, behind: string): readonly string[] {
	const missing = [entry, behind].filter((file) => !imports.has(file));
	if (missing.length > 0) return missing.map((file) => `${file} no longer exists.`);
	const way = wayTo(imports, entry, behind);
	return way ? [`${entry} loads ${behind}; use import():\n  ${way.join("\n  → ")}`] : [];
}

/** Returns a shortest path of static imports from one file to another. */
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
