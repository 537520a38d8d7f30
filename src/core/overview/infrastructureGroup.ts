import { formatCount } from "../base/format.ts";
import { t } from "../base/l10n.ts";
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

/** More rows of one group than these are not drawn. Counts and troubles are those of all. */
const mostRows = 100;

/** The rows of a group as they are drawn: those in trouble first, and how many there are besides. */
export function groupRows(parent: string, rows: readonly OutlineNode[]): readonly OutlineNode[] {
	const isBad = ({ tone }: OutlineNode): boolean => tone === "warning" || tone === "bad";
	const ordered = [...rows.filter(isBad), ...rows.filter((row) => !isBad(row))];
	if (ordered.length <= mostRows) return ordered;
	const more = t("{0} more", formatCount(ordered.length - mostRows));
	return [
		...ordered.slice(0, mostRows),
		{ id: `${parent}/more`, label: more, icon: "ellipsis", tone: "muted" },
	];
}
