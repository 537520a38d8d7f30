import { findCircles, wayAround } from "./findCircles.ts";
import type { Imports } from "./readImports.ts";

/**
 * Circles of imports, types and `import()` included, as sentences.
 *
 * @param accepted circles that may be there; one that is gone is a problem as well, so that it does not come back
 */
export function circleProblems(
	imports: Imports,
	accepted: readonly (readonly string[])[],
): readonly string[] {
	const graph = new Map([...imports].map(([file, targets]) => [file, [...targets.keys()]]));
	const circles = findCircles(graph);
	const isWithin = (circle: readonly string[], whole: readonly string[]): boolean =>
		circle.every((file) => whole.includes(file));
	return [
		...circles
			.filter((circle) => !accepted.some((whole) => isWithin(circle, whole)))
			.map((circle) => `A circle of imports:\n  ${wayAround(graph, circle).join("\n  → ")}`),
		...accepted
			.filter((whole) => !circles.some((circle) => isWithin(circle, whole)))
			.map(([file]) => `The circle of ${file ?? ""} is gone: take it out of circlesLeft.`),
	];
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
