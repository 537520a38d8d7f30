import type { OptionMark } from "./configRow.ts";
import { t } from "../base/l10n.ts";
import type { ValueSource } from "../coder/model.ts";

/** The filters that are one word: marks of an option, and whether it was changed. */
export type Flag = OptionMark | "changed";

/** The flags, with what each finds. */
export const flags = {
	changed: () => t("Options that are set, or whose value isn't the default"),
	finding: () => t("Options with findings"),
	deprecated: () => t("Options that Coder has deprecated"),
	dangerous: () => t("Options that Coder marks as dangerous"),
	secret: () => t("Options that contain a secret"),
	enterprise: () => t("Options that require a license"),
	proxies: () => t("Options that also apply to workspace proxies"),
	hidden: () => t("Options that Coder's own help hides"),
} as const satisfies Readonly<Record<Flag, () => string>>;

/** The places a value may come from, with what each finds; `none` where the server tells no source. */
export const sources = {
	flag: () => t("Options set by a server flag"),
	env: () => t("Options set by an environment variable"),
	yaml: () => t("Options set in the YAML file"),
	default: () => t("Options at their default"),
	none: () => t("Options without a value source"),
} as const satisfies Readonly<Record<ValueSource | "none", () => string>>;

/** All flags, in the order in which they are suggested. */
export const flagNames = Object.keys(flags) as readonly Flag[];

/** All sources, in the order in which they are suggested. */
export const sourceNames = Object.keys(sources) as readonly (ValueSource | "none")[];
