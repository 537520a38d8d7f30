import { t } from "../base/l10n.ts";
import type { ValueSource } from "../coder/model.ts";
import { markFinds, markNames, markWord } from "../options/optionMarks.ts";
import type { RowMark } from "./configRow.ts";

/** The filters that are one word: marks of an option, and whether it was changed. */
export type Flag = RowMark | "changed";

/** All flags, in the order in which they are suggested. */
export const flagNames: readonly Flag[] = ["changed", "finding", ...markNames];

/** The word for a flag, on badges and buttons. */
export function flagLabel(flag: Flag): string {
	if (flag === "changed") return t("Changed");
	return flag === "finding" ? t("Finding") : markWord(flag);
}

/** What a flag finds. */
export function flagFinds(flag: Flag): string {
	if (flag === "changed") return t("Options that are set, or whose value isn't the default");
	return flag === "finding" ? t("Options with findings") : markFinds(flag);
}

/** The places a value may come from, with what each finds; `none` where the server tells no source. */
export const sources = {
	flag: () => t("Options set by a server flag"),
	env: () => t("Options set by an environment variable"),
	yaml: () => t("Options set in the YAML file"),
	default: () => t("Options at their default"),
	none: () => t("Options without a value source"),
} as const satisfies Readonly<Record<ValueSource | "none", () => string>>;

/** All sources, in the order in which they are suggested. */
export const sourceNames = Object.keys(sources) as readonly (ValueSource | "none")[];
