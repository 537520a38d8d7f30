/** The source of one side of a comparison. Plain data, so that a comparison can be restored after a reload. */
export type CompareSource =
	/** A deployment's current configuration, by key. */
	| { readonly kind: "deployment"; readonly deployment: string }
	/** The defaults of a deployment's version. */
	| { readonly kind: "defaults"; readonly deployment: string }
	/** A deployment's earlier configuration, by its key and a snapshot's ID. */
	| { readonly kind: "snapshot"; readonly deployment: string; readonly id: string }
	/** A support bundle, JSON file, or YAML file, by URI. */
	| { readonly kind: "file"; readonly uri: string }
	/** Files that set variables of the same deployment, by URI, in the order in which they apply. */
	| { readonly kind: "files"; readonly uris: readonly string[] };

/** The maximum number of files. In practice, a deployment has fewer. */
const mostFiles = 50;

/** The two sides to compare. */
export interface CompareSources {
	readonly left: CompareSource;
	readonly right: CompareSource;
}

/** Parses sources that a page stored; returns `undefined` if they're invalid. */
export function readSources(value: unknown): CompareSources | undefined {
	const { left, right } = fields(value);
	const [first, second] = [readSource(left), readSource(right)];
	return first && second && { left: first, right: second };
}

function readSource(value: unknown): CompareSource | undefined {
	const { kind, deployment, id, uri, uris } = fields(value);
	switch (kind) {
		case "deployment":
		case "defaults":
			return typeof deployment === "string" ? { kind, deployment } : undefined;
		case "snapshot":
			return typeof deployment === "string" && typeof id === "string"
				? { kind, deployment, id }
				: undefined;
		case "file":
			return typeof uri === "string" ? { kind, uri } : undefined;
		case "files":
			return isFiles(uris) ? { kind, uris } : undefined;
		default:
			return undefined;
	}
}

function isFiles(uris: unknown): uris is readonly string[] {
	return (
		Array.isArray(uris) &&
		uris.length > 0 &&
		uris.length <= mostFiles &&
		uris.every((uri) => typeof uri === "string")
	);
}

function fields(value: unknown): Record<string, unknown> {
	return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
