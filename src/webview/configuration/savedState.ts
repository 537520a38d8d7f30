/** Where the reader was: the topmost row and its distance from the window's upper edge in px. */
export interface Anchor {
	readonly id: string;
	readonly offset: number;
}

/** What the page remembers while it is hidden and over a reload of the window. */
export interface SavedState {
	/** The deployment's key, for the extension, which restores the panel. */
	readonly deployment?: string;
	readonly query: string;
	/** Ids of the groups that were closed. */
	readonly closed: readonly string[];
	readonly anchor?: Anchor;
}

/** Reads a remembered state, whatever an older version may have left there. */
export function readState(state: unknown): SavedState {
	const { deployment, query, closed, anchor } = fields(state);
	const { id, offset } = fields(anchor);
	return {
		...(typeof deployment === "string" && { deployment }),
		query: typeof query === "string" ? query : "",
		closed: Array.isArray(closed) ? closed.filter((item) => typeof item === "string") : [],
		...(typeof id === "string" && typeof offset === "number" && { anchor: { id, offset } }),
	};
}

function fields(value: unknown): Record<string, unknown> {
	return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
