import type { ImportGraph } from "./readImports.ts";

/**
 * The groups of files that import each other in a circle, types and `import()` included. Tarjan's algorithm, without
 * recursion of its own per file pair: each file and each import is looked at once.
 */
export function findCircles(graph: ImportGraph): readonly (readonly string[])[] {
	const circles: string[][] = [];
	const order = new Map<string, number>();
	const lowest = new Map<string, number>();
	const open: string[] = [];
	const visit = (file: string): number => {
		const mine = order.size;
		order.set(file, mine);
		lowest.set(file, mine);
		open.push(file);
		let low = mine;
		for (const next of graph.get(file) ?? []) {
			if (!order.has(next)) low = Math.min(low, visit(next));
			else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low);
		}
		lowest.set(file, low);
		if (low === mine) {
			const circle = open.splice(open.indexOf(file));
			if (circle.length > 1 || graph.get(file)?.includes(file)) circles.push(circle.sort());
		}
		return low;
	};
	for (const file of graph.keys()) if (!order.has(file)) visit(file);
	return circles;
}
