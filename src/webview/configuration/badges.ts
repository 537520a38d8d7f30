import type { ConfigRow } from "../../core/configuration/configRow.ts";
import type { ValueSource } from "../../core/coder/model.ts";
import { sourceLabel } from "../../core/options/sourceLabel.ts";
import { flagLabel, type Flag } from "../../core/configuration/filters.ts";

/** A badge's class, which determines its color, and its label. */
export interface Badge {
	readonly kind: ValueSource | Flag;
	readonly label: string;
}

/** Returns the badges of a row: the value's source, or that it was changed if the source is unknown, and its marks. */
export function badgesOf({ source, changed, marks }: ConfigRow): Badge[] {
	const badges: Badge[] = [];
	if (source) badges.push({ kind: source, label: sourceLabel(source) });
	if (changed && (!source || source === "default")) {
		badges.push({ kind: "changed", label: flagLabel("changed") });
	}
	return [...badges, ...marks.map((mark) => ({ kind: mark, label: flagLabel(mark) }))];
}
