import { formatCount } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { sameRelease } from "../coder/updateState.ts";
import type { OutlineNode } from "./node.ts";

/** A part of the infrastructure. Collapsed to a single row if everything is fine. */
export interface InfrastructureGroup {
	readonly row: OutlineNode;
	/** What is wrong, in a few words. */
	readonly trouble?: string;
}

/**
 * Whether a part runs a release that doesn't match the server's.
 *
 * @param version the part's version; unknown versions are assumed to match
 * @param own the server's version
 */
export function isOutdated(version: string | undefined, own: string | undefined): boolean {
	return version !== undefined && own !== undefined && !sameRelease(version, own);
}

/** The maximum number of rows per group. Counts and problems still cover all rows. */
const mostRows = 100;

/** Returns the rows of a group to draw, those with problems first, and the number of remaining ones. */
export function groupRows(parent: string, rows: readonly OutlineNode[]): readonly OutlineNode[] {
	const isBad = ({ tone }: OutlineNode): boolean => tone === "warning";
	const ordered = [...rows.filter(isBad), ...rows.filter((row) => !isBad(row))];
	if (ordered.length <= mostRows) return ordered;
	const more = t("{0} more", formatCount(ordered.length - mostRows));
	return [
		...ordered.slice(0, mostRows),
		{ id: `${parent}/more`, label: more, icon: "ellipsis", tone: "muted" },
	];
}
