import type { Front } from "../app/front.ts";
import type { Reveal } from "./tell.ts";

/** Brings rows of the overview into view, opens them, and gives them the focus. */
export function revealIn({ rows, view }: Front): Reveal {
	return async (id) => {
		const row = rows.find(id);
		if (row) await view.reveal(row, { select: true, focus: true, expand: true });
	};
}
