import type { ChosenOption } from "./chosenOptions.ts";

/** A key of the file: an option, or a group of them. */
export type YamlKey = { readonly key: string; readonly chosen: ChosenOption } | YamlGroup;

export interface YamlGroup {
	readonly key: string;
	readonly description: string;
	readonly children: readonly YamlKey[];
}

/** The options of a file, as nested keys. */
export interface YamlTree {
	readonly keys: readonly YamlKey[];
	/** Options without a YAML key. */
	readonly others: readonly ChosenOption[];
}

interface Level {
	readonly keys: YamlKey[];
	readonly names: Map<string, Level | undefined>;
}

/**
 * Arranges options by path, in the server's order, with each group where its first option is. Groups that start at the
 * same option share the innermost description, as in Coder's own files.
 */
export function yamlTree(options: readonly ChosenOption[]): YamlTree {
	const root: Level = { keys: [], names: new Map() };
	const others: ChosenOption[] = [];
	for (const chosen of options) {
		const path = chosen.option.yamlPath ?? [];
		const key = path.at(-1);
		const description = chosen.option.groups.at(-1)?.description ?? "";
		const level = descend(root, path.slice(0, -1), description);
		if (key === undefined || !level || level.names.has(key)) {
			others.push(chosen);
			continue;
		}
		level.names.set(key, undefined);
		level.keys.push({ key, chosen });
	}
	return { keys: root.keys, others };
}

/** Returns the level at a path, creating it if needed, or `undefined` if an option is in the way. */
function descend(from: Level, path: readonly string[], description: string): Level | undefined {
	let level = from;
	for (const key of path) {
		if (!level.names.has(key)) {
			const child: Level = { keys: [], names: new Map() };
			level.names.set(key, child);
			level.keys.push({ key, description, children: child.keys });
		}
		const next = level.names.get(key);
		if (!next) return undefined;
		level = next;
	}
	return level;
}
