import type { Replacement } from "../rewrite.ts";
import { optionsByPath, type ConfigReference } from "./configReference.ts";
import type { ConfigText } from "./configText.ts";
import { moveKey, renameKey } from "./moveKey.ts";
import { successorOf } from "./successor.ts";
import { nearKey } from "./unknownKey.ts";

/** The key to use instead of another, and the edits that replace it. */
export interface KeyFix {
	/** The key, or the full path if it moves to another map. */
	readonly path: string;
	readonly edits: readonly Replacement[];
}

/**
 * Returns a replacement for the unknown or deprecated key at an offset; undefined if its value could have another
 * meaning there.
 */
export function keyFix(
	config: ConfigText,
	offset: number,
	reference: ConfigReference,
): KeyFix | undefined {
	const key = config.keys.find(({ nameSpan }) => nameSpan.from === offset);
	if (!key) return undefined;
	const options = optionsByPath(reference);
	const option = options.get(key.path);
	if (!option) {
		const near = nearKey(key.path, reference);
		const isThere = config.keys.some(({ map, key: other }) => map === key.map && other === near);
		if (near === undefined || isThere) return undefined;
		return { path: near, edits: [renameKey(config.text, key, near)] };
	}
	const successor = successorOf(option, options);
	const isThere = config.keys.some(({ path }) => path === successor?.path);
	// If both are set, or they are different settings, the user has to decide.
	if (!successor?.isAlias || isThere) return undefined;
	const edits = moveKey(config, key, successor.path);
	return edits && { path: successor.path, edits };
}
