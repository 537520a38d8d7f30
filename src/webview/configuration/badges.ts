import type { ConfigRow } from "../../core/configuration/configRow.ts";
import type { ValueSource } from "../../core/coder/model.ts";
import { sourceLabel } from "../../core/options/sourceLabel.ts";
import { flagLabel, type Flag } from "../../core/configuration/filters.ts";

/** A badge's class, which colours it, and its word. */
export interface Badge {
	readonly kind: ValueSource | Flag;
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
