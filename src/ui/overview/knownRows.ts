import { memoize } from "../../core/base/memoize.ts";
import type { OutlineNode } from "../../core/overview/node.ts";
import type { Row } from "../app/row.ts";

interface Place {
	readonly node: OutlineNode;
	/** Missing at the top level. */
	readonly parent?: OutlineNode;
}

/**
 * The rows of the tree, which remain the same objects while their nodes are replaced. If one deployment is drawn again,
 * only its rows are processed.
 */
export class KnownRows {
	#roots: readonly OutlineNode[] = [];
	/** Rows that VS Code knows, by the ID of the top-level row above them and their own. */
	readonly #rows = new Map<string, Map<string, Row>>();

	/** Replaces all nodes. Forgets rows that no longer exist. */
	replace(roots: readonly OutlineNode[]): void {
		const before = new Set(this.#roots);
		this.#roots = roots;
		const ids = new Set(roots.map(({ id }) => id));
		for (const id of this.#rows.keys()) if (!ids.has(id)) this.#rows.delete(id);
		for (const root of roots) if (!before.has(root)) this.#updateRows(root);
	}

	/** The nodes of the top level. */
	get roots(): readonly OutlineNode[] {
		return this.#roots;
	}

	/** Returns the rows below a row, or those of the top level. */
	children(row?: Row): Row[] {
		if (!row) return this.#roots.map((root) => this.#row(root, root));
		const root = this.#rootOf(row.node.id);
		return root ? (row.node.children ?? []).map((node) => this.#row(node, root)) : [];
	}

	/** Returns the row above a row. */
	parent({ node: { id } }: Row): Row | undefined {
		const root = this.#rootOf(id);
		const parent = root && placesIn(root).get(id)?.parent;
		return parent && this.#row(parent, root);
	}

	/** Returns the row of the node with an ID. */
	find(id: string): Row | undefined {
		const root = this.#rootOf(id);
		const place = root && placesIn(root).get(id);
		return place && this.#row(place.node, root);
	}

	#rootOf(id: string): OutlineNode | undefined {
		return this.#roots.find((root) => placesIn(root).has(id));
	}

	#row(node: OutlineNode, root: OutlineNode): Row {
		const rows = this.#rows.get(root.id) ?? new Map<string, Row>();
		this.#rows.set(root.id, rows);
		const owner = root.deployment;
		const before = rows.get(node.id);
		const row = before?.owner === owner && before ? before : { node, owner };
		row.node = node;
		rows.set(node.id, row);
		return row;
	}

	#updateRows(root: OutlineNode): void {
		const rows = this.#rows.get(root.id);
		if (!rows) return;
		const places = placesIn(root);
		for (const [id, row] of rows) {
			const place = places.get(id);
			if (place) row.node = place.node;
			else rows.delete(id);
		}
	}
}

/** Returns all nodes of a deployment by their IDs. */
const placesIn = memoize((root: OutlineNode): ReadonlyMap<string, Place> => {
	const places = new Map<string, Place>([[root.id, { node: root }]]);
	const visit = (parent: OutlineNode): void => {
		for (const node of parent.children ?? []) {
			places.set(node.id, { node, parent });
			visit(node);
		}
	};
	visit(root);
	return places;
});
