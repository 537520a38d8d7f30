import { t } from "../base/l10n.ts";
import type { ChangeRow } from "./changeRow.ts";

/** Differences that no one configured, in the order in which the page offers to hide them. */
export const hidings = ["defaults", "versions"] as const;

export type Hiding = (typeof hidings)[number];

/**
 * Returns the category that hides a row; undefined if a setting caused the difference. `versions` are differences that
 * the versions explain and, if a version is unknown, options that only one of the servers has.
 */
export function hidingOf({ kind, unset, explained }: ChangeRow): Hiding | undefined {
	if (explained !== undefined) return "versions";
	if (!unset) return undefined;
	return kind === "onlyLeft" || kind === "onlyRight" ? "versions" : "defaults";
}

export function hidingLabel(hiding: Hiding): string {
	switch (hiding) {
		case "defaults":
			return t("Hide Defaults");
		case "versions":
			return t("Hide Version Differences");
	}
}

export function hidingMeaning(hiding: Hiding): string {
	switch (hiding) {
		case "defaults":
			return t("Options that are set on neither side, with different defaults");
		case "versions":
			return t("Options that aren't set and differ only because of the versions");
	}
}
