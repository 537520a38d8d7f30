import { t } from "../base/l10n.ts";
import type { ValueSource } from "../coder/model.ts";
import { markFinds, markNames, markWord } from "../options/optionMarks.ts";
import type { RowMark } from "./configRow.ts";

/** The filters that consist of one word: an option's marks, and whether it is changed. */
export type Flag = RowMark | "changed";

/** All flags, in the order of suggestions. */
export const flagNames: readonly Flag[] = ["changed", "finding", ...markNames];

/** Returns the label of a flag for badges and buttons. */
export function flagLabel(flag: Flag): string {
	if (flag === "changed") return t("Changed");
	return flag === "finding" ? t("Finding") : markWord(flag);
}

/** Describes what a flag finds. */
export function flagFinds(flag: Flag): string {
	if (flag === "changed") return t("Options that are set, or whose value isn't the default");
	return flag === "finding" ? t("Options with findings") : markFinds(flag);
}

/** Value sources, with a description of what each finds; `none` if the server reports no source. */
export const sources = {
	flag: () => t("Options set by a server flag"),
	env: () => t("Options set by an environment variable"),
	yaml: () => t("Options set in the YAML file"),
	default: () => t("Options at their default"),
	none: () => t("Options without a value source"),
} as const satisfies Readonly<Record<ValueSource | "none", () => string>>;

/** All sources, in the order of suggestions. */
export const sourceNames = Object.keys(sources) as readonly (ValueSource | "none")[];
