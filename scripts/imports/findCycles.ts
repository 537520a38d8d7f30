/** The nodes that each node points to. */
export type Graph = ReadonlyMap<string, Iterable<string>>;

/**
 * Returns the groups of nodes that can be reached from each other, by Tarjan's algorithm, each in alphabetical order.
 */
export function findCycles(graph: Graph): string[][] {
	const cycles: string[][] = [];
	const order = new Map<string, number>();
	const open: string[] = [];
	const isOpen = new Set<string>();
	/** @returns the index in `order` of the earliest open node that can be reached from this one */
	const visit = (node: string): number => {
		const mine = order.size;
		order.set(node, mine);
		open.push(node);
		isOpen.add(node);
		let lowest = mine;
		for (const next of graph.get(node) ?? []) {
			if (!order.has(next)) lowest = Math.min(lowest, visit(next));
			else if (isOpen.has(next)) lowest = Math.min(lowest, order.get(next) ?? lowest);
		}
		if (lowest === mine) {
			const cycle = open.splice(open.indexOf(node));
			for (const member of cycle) isOpen.delete(member);
			if (cycle.length > 1) cycles.push(cycle.sort());
		}
		return lowest;
	};
	for (const node of graph.keys()) if (!order.has(node)) visit(node);
	return cycles;
}

/** Returns a shortest path from a node of a cycle back to itself. */
export function cyclePath(graph: Graph, cycle: readonly string[]): string[] {
	const members = new Set(cycle);
	let shortest: string[] = [];
	for (const start of cycle) {
		const way = wayBack(graph, members, start);
		if (way.length > 0 && (shortest.length === 0 || way.length < shortest.length)) shortest = way;
	}
	return shortest;
}

function wayBack(graph: Graph, members: ReadonlySet<string>, start: string): string[] {
	const ways: string[][] = [[start]];
	const seen = new Set<string>();
	for (const way of ways) {
		for (const next of graph.get(way.at(-1) ?? "") ?? []) {
			if (next === start) return [...way, next];
			if (!members.has(next) || seen.has(next)) continue;
			seen.add(next);
			ways.push([...way, next]);
		}
	}
	return [];
}
