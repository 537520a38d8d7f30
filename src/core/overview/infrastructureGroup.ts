import { sameRelease } from "../coder/updateState.ts";
import type { OutlineNode } from "./node.ts";

/** A part of the infrastructure: one row where all is well. */
export interface InfrastructureGroup {
	readonly row: OutlineNode;
	/** What is wrong, in a few words. */
	readonly trouble?: string;
}

/**
 * Whether a part runs a release that doesn't match the server's.
 *
 * @param version the part's; unknown versions are taken to match
 * @param own the server's
 */
export function isOutdated(version: string | undefined, own: string | undefined): boolean {
	return version !== undefined && own !== undefined && !sameRelease(version, own);
}
