import { t } from "../base/l10n.ts";
import type { ChangeRow } from "./changeRow.ts";

/** Differences that nobody made, in the order in which hiding them is offered. */
export const hidings = ["defaults", "versions"] as const;

export type Hiding = (typeof hidings)[number];

/**
 * What a row is hidden as; nothing for one that somebody's setting made. What the versions explain is theirs, and so is
 * what only one of two servers has where a version isn't known.
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
			return t("Options that aren't set, and that differ because of the versions");
	}
}
