import { t } from "../base/l10n.ts";
import type { ChangeRow } from "./changeRow.ts";

/** Differences that not everyone looks for, in the order in which the page offers to hide them. */
export const hidings = ["notInFiles", "defaults", "versions"] as const;

export type Hiding = (typeof hidings)[number];

/**
 * Returns the category that hides a row; undefined if a setting caused the difference. `notInFiles` are options that
 * only the deployment sets, compared with a file. `versions` are differences that the versions explain and, if a
 * version is unknown, options that only one of the servers has.
 */
export function hidingOf({ kind, notInFiles, unset, explained }: ChangeRow): Hiding | undefined {
	if (notInFiles) return "notInFiles";
	if (explained !== undefined) return "versions";
	if (!unset) return undefined;
	return kind === "onlyLeft" || kind === "onlyRight" ? "versions" : "defaults";
}

export function hidingLabel(hiding: Hiding): string {
	switch (hiding) {
		case "notInFiles":
			return t("Hide Options Not in File");
		case "defaults":
			return t("Hide Defaults");
		case "versions":
			return t("Hide Version Differences");
	}
}

export function hidingMeaning(hiding: Hiding): string {
	switch (hiding) {
		case "notInFiles":
			return t("Options that the compared file doesn't set");
		case "defaults":
			return t("Options that are set on neither side, with different defaults");
		case "versions":
			return t("Options that aren't set and differ only because of the versions");
	}
}
