import type { ConfigRow, OptionMark } from "../../core/configuration/configRow.ts";
import { t } from "../../core/base/l10n.ts";
import type { ValueSource } from "../../core/coder/model.ts";
import { sourceLabel } from "../../core/options/sourceLabel.ts";
import type { Flag } from "../../core/configuration/filters.ts";

/** The word for a mark or for "changed", on badges and buttons. */
export function flagLabel(flag: Flag): string {
	switch (flag) {
		case "changed":
			return t("Changed");
		case "finding":
			return t("Finding");
		case "deprecated":
			return t("Deprecated");
		case "dangerous":
			return t("Dangerous");
		case "secret":
			return t("Secret");
		case "enterprise":
			return t("Enterprise");
		case "proxies":
			return t("Workspace Proxies");
		case "hidden":
			return t("Hidden");
	}
}

/** A badge's class, which colours it, and its word. */
export interface Badge {
	readonly kind: ValueSource | OptionMark | "changed";
	readonly label: string;
}

/** The badges of a row: where the value comes from, or that it changed though nobody tells by what, and its marks. */
export function badgesOf({ source, changed, marks }: ConfigRow): Badge[] {
	const badges: Badge[] = [];
	if (source) badges.push({ kind: source, label: sourceLabel(source) });
	if (changed && (!source || source === "default")) {
		badges.push({ kind: "changed", label: flagLabel("changed") });
	}
	return [...badges, ...marks.map((mark) => ({ kind: mark, label: flagLabel(mark) }))];
}
