import { t } from "../base/l10n.ts";
import type { ValueSource } from "../coder/model.ts";
import type { ChangeRow, ShownSide } from "./changeRow.ts";
import type { ChangeKind } from "./compare.ts";
import { snapshotsTitle, type NamedSide } from "./comparisonTitle.ts";

/** All kinds of changes, in the order in which they are counted and offered. */
export const changeKinds = [
	"changed",
	"added",
	"removed",
	"source",
	"onlyLeft",
	"onlyRight",
] as const satisfies readonly ChangeKind[];

/** Returns the label of a kind of change between two sides. */
export function kindLabel(kind: ChangeKind, left: NamedSide, right: NamedSide): string {
	const isTime = snapshotsTitle(left, right) !== undefined;
	switch (kind) {
		case "changed":
			return t("Changed");
		case "added":
			return t("Added");
		case "removed":
			return t("Removed");
		case "source":
			return t("Different Source");
		case "onlyLeft":
			return isTime ? t("Only Before") : t("Only in {0}", left.name);
		case "onlyRight":
			return isTime ? t("Only After") : t("Only in {0}", right.name);
	}
}

/** Describes a kind of change. */
export function kindMeaning(kind: ChangeKind): string {
	switch (kind) {
		case "changed":
			return t("The values differ");
		case "added":
			return t("Not set on the left, set on the right");
		case "removed":
			return t("Set on the left, not set on the right");
		case "source":
			return t("Same value, set in a different place");
		case "onlyLeft":
			return t("Only the left version has this option");
		case "onlyRight":
			return t("Only the right version has this option");
	}
}

/** Returns the name of a value source for a sentence or table. */
export function sourceWord(source: ValueSource | undefined): string {
	switch (source) {
		case "flag":
			return t("flag");
		case "env":
			return t("environment");
		case "yaml":
			return t("YAML");
		case "default":
			return t("default");
		case undefined:
			return t("no source");
	}
}

const longest = 80;

/** Formats a side's value on one line, shortened if it's long. */
export function sideText(side: ShownSide | undefined): string {
	if (!side) return t("Option not found");
	const text = side.value.lines.map((line) => line.trim()).join(", ");
	return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** Formats `from → to` on one line, or the sources if only those changed. */
export function changeText({ kind, left, right }: ChangeRow): string {
	if (kind === "source") {
		return t("{0} → {1}", sourceWord(left?.source), sourceWord(right?.source));
	}
	return t("{0} → {1}", sideText(left), sideText(right));
}
