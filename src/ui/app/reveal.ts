import type { Front } from "./front.ts";

/** Shows the row of the tree with an id. */
export type Reveal = (id: string) => Promise<void>;

/** Brings rows of the overview into view, opens them, and gives them the focus. */
export function revealIn({ rows, view }: Pick<Front, "rows" | "view">): Reveal {
	return async (id) => {
		const row = rows.find(id);
		if (row) await view.reveal(row, { select: true, focus: true, expand: true });
	};
}
