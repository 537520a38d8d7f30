import type { Replacement } from "../rewrite.ts";
import { optionsByPath, type ConfigReference } from "./configReference.ts";
import type { ConfigKey, ConfigText } from "./configText.ts";
import { moveKey, renameKey } from "./moveKey.ts";
import { successorOf } from "./successor.ts";
import { movedKey, nearKey } from "./unknownKey.ts";

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
		const moved = movedKey(key.path, reference);
		if (moved) return movedFix(config, key, moved.to);
		const near = nearKey(key.path, reference);
		const isThere = config.keys.some(({ map, key: other }) => map === key.map && other === near);
		if (near === undefined || isThere) return undefined;
		return { path: near, edits: [renameKey(config.text, key, near)] };
	}
	const successor = successorOf(option, options);
	// If they are different settings, the user has to decide.
	return movedFix(config, key, successor?.isAlias ? successor.path : undefined);
}

/** Moves a key to another path. If both keys are set, the user has to decide. */
function movedFix(config: ConfigText, key: ConfigKey, to: string | undefined): KeyFix | undefined {
	if (to === undefined || config.keys.some(({ path }) => path === to)) return undefined;
	const edits = moveKey(config, key, to);
	return edits && { path: to, edits };
}
