import { longestPath } from "./yamlEntries.ts";
import type { DeploymentOption } from "../coder/model.ts";

/**
 * The paths of a file that are no option's and no group's, without those below another one of them. A server refuses a
 * file that has one.
 */
export function unknownPaths(
	paths: ReadonlyMap<string, unknown>,
	reference: readonly DeploymentOption[],
): string[] {
	const options = new Set<string>();
	const groups = new Set<string>();
	for (const { yamlPath } of reference) {
		if (!yamlPath) continue;
		options.add(yamlPath.join("."));
		for (let end = 1; end < yamlPath.length; end++) groups.add(yamlPath.slice(0, end).join("."));
	}
	const unknown: string[] = [];
	const outermost = new Set<string>();
	for (const path of paths.keys()) {
		if (groups.has(path)) continue;
		// First, because most paths that are unknown stand right below one that is.
		const inUnknown = isBelow(path, outermost);
		if (!inUnknown && isBelow(path, options)) continue;
		if (!inUnknown) unknown.push(path);
		outermost.add(path);
	}
	return unknown;
}

/** True for a path of the set, and for one that begins with such a path. */
function isBelow(path: string, set: ReadonlySet<string>): boolean {
	// A key may be nothing but dots.
	if (path.length > longestPath) return false;
	for (let end = path.length; end > 0; end = path.lastIndexOf(".", end - 1)) {
		if (set.has(path.slice(0, end))) return true;
	}
	return false;
}
