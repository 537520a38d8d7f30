/** The scroll position: the topmost row and its distance from the window's top edge, in px. */
export interface Anchor {
	readonly id: string;
	readonly offset: number;
}

/** The state that the page remembers while it is hidden and across reloads of the window. */
export interface SavedState {
	/** The deployment's key, which the extension needs to restore the panel. */
	readonly deployment?: string;
	readonly query: string;
	/** IDs of closed groups. */
	readonly closed: readonly string[];
	readonly anchor?: Anchor;
}

/** Parses a stored state, which may come from an older version. */
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
