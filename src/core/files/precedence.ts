import type { FileSetting } from "./setting.ts";

/** The precedence of sources, lowest first, as `coder server` applies them. */
const ranks: Readonly<Record<FileSetting["source"], number>> = { yaml: 0, env: 1, flag: 2 };

/** Sorts settings so that those that take precedence come last. Keeps the order of settings of the same source. */
export function inPrecedence<T>(settings: readonly T[], sourceOf: (one: T) => FileSetting): T[] {
	return settings.toSorted((a, b) => ranks[sourceOf(a).source] - ranks[sourceOf(b).source]);
}
