import { t } from "../base/l10n.ts";
import { isSet } from "../options/optionFacts.ts";
import { existsIn, type Track } from "../releases/optionHistory.ts";
import { optionHistories } from "../releases/options.ts";
import { releaseName, releaseOf, type Release } from "../coder/release.ts";
import { changeRow, type ChangeRow } from "./changeRow.ts";
import { compareOptions, newest, type OptionChange } from "./compare.ts";
import type { Side } from "./side.ts";

/** Why two versions differ in an option that isn't set on either side. */
export type Explanation =
	/** This release added the option. */
	| { readonly kind: "added"; readonly since: string }
	/** This release removed the option. */
	| { readonly kind: "removed"; readonly since: string }
	/** The default changed in this release. */
	| { readonly kind: "default"; readonly since: string };

/**
 * Returns how the sides' versions explain a difference that no one made.
 *
 * @param left the version of the left side, as its server reports it
 * @returns `undefined` if the option is set, or if the tables don't cover a version
 */
export function explainedByVersion(
	change: OptionChange,
	leftVersion: string | undefined,
	rightVersion: string | undefined,
): Explanation | undefined {
	const { left, right, kind } = change;
	const option = optionHistories().get(newest(change).id);
	const [from, to] = [releaseOf(leftVersion ?? ""), releaseOf(rightVersion ?? "")];
	if (!option || from === undefined || to === undefined) return undefined;
	if ((left && isSet(left)) || (right && isSet(right))) return undefined;
	const [older, newer] = [Math.min(from, to), Math.max(from, to)];
	const [before, after] = [existsIn(option, older), existsIn(option, newer)];
	if (kind === "onlyLeft" || kind === "onlyRight") {
		const hasNewer = (kind === "onlyRight") === (to === newer);
		if (before === after || hasNewer !== after) return undefined;
		return after
			? { kind: "added", since: releaseName(option.since) }
			: { kind: "removed", since: releaseName((option.last ?? older) + 1) };
	}
	const since = changeBetween(option.tracks.default, older, newer);
	return since === undefined ? undefined : { kind: "default", since: releaseName(since) };
}

/** Returns the last release after `older`, up to `newer`, that changed a fact. */
function changeBetween(track: Track, older: Release, newer: Release): Release | undefined {
	return track.slice(1).findLast(([from]) => older < from && from <= newer)?.[0];
}

/**
 * Returns the differences of two sides, with explanations by their versions, and whether a file sets the option. Deprecated options come last, as in the
 * configuration panel.
 */
export function explainedRows(left: Side, right: Side): ChangeRow[] {
	const rows = compareOptions(left.options, right.options).map((change): ChangeRow => {
		const explanation = explainedByVersion(change, left.version, right.version);
		const row = changeRow(change);
		const notInFiles = [left, right].some(({ places }) => places?.has(row.id) === false);
		return {
			...row,
			...(notInFiles && { notInFiles }),
			...(explanation && { explained: explanationText(explanation) }),
		};
	});
	return rows.toSorted((a, b) => Number(a.deprecated) - Number(b.deprecated));
}

function explanationText({ kind, since }: Explanation): string {
	switch (kind) {
		case "added":
			return t("Available since {0}", since);
		case "removed":
			return t("Removed in {0}", since);
		case "default":
			return t("Default since {0}", since);
	}
}
