import { longestPath } from "./yamlEntries.ts";
import type { DeploymentOption } from "../coder/model.ts";

/**
 * Returns paths that belong to no option or group, without those below another one. A server rejects a file with such a
 * path.
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
		// First, because most unknown paths are directly below an unknown one.
		const inUnknown = isBelow(path, outermost);
		if (!inUnknown && isBelow(path, options)) continue;
		if (!inUnknown) unknown.push(path);
		outermost.add(path);
	}
	return unknown;
}

/** Returns true for a path in the set, or below one. */
function isBelow(path: string, set: ReadonlySet<string>): boolean {
	// A key may consist of dots only.
	if (path.length > longestPath) return false;
	for (let end = path.length; end > 0; end = path.lastIndexOf(".", end - 1)) {
		if (set.has(path.slice(0, end))) return true;
	}
	return false;
}
