import type { Front } from "./front.ts";

/** Reveals the row with an ID. */
export type Reveal = (id: string) => Promise<void>;

/** Reveals, expands, and focuses rows of the overview. */
export function revealIn({ rows, view }: Pick<Front, "rows" | "view">): Reveal {
	return async (id) => {
		const row = rows.find(id);
		if (row) await view.reveal(row, { select: true, focus: true, expand: true });
	};
}
