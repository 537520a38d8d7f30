import assert from "node:assert/strict";
import type { Row } from "../../../src/ui/app/row.ts";
import type { focusedRow } from "../../../src/ui/commands/focusedRow.ts";
import { replaceVscode } from "../../support/replaceVscode.ts";

/** VS Code's command, which a test sets. */
const place = globalThis as unknown as { toggleSelection: () => void };
const stub = `export const commands = {
	executeCommand: async (id) => { if (id === "list.toggleSelection") globalThis.toggleSelection(); },
};`;

const [first, second] = ["first", "second"].map((id) => ({ id }) as unknown as Row) as [Row, Row];

describe("the focused row", () => {
	let find: typeof focusedRow;

	before(async () => {
		replaceVscode(
			`data:text/javascript,${encodeURIComponent(stub)}`,
			/\/src\/ui\/commands\/focusedRow/,
		);
		find = (await import("../../../src/ui/commands/focusedRow.ts")).focusedRow;
	});

	/** A view whose selection changes as in VS Code: the focused row is added or removed. */
	const viewWith = (focus: Row | undefined, selection: readonly Row[]) => {
		const view = { selection };
		place.toggleSelection = () => {
			if (!focus) return;
			view.selection = view.selection.includes(focus)
				? view.selection.filter((row) => row !== focus)
				: [...view.selection, focus];
		};
		return view;
	};

	for (const [state, focus, selection] of [
		["while another row is selected", second, [first]],
		["if it's selected", first, [first]],
		["while nothing is selected", first, []],
	] as const) {
		it(`is found ${state}, and the selection stays`, async () => {
			const view = viewWith(focus, selection);
			assert.equal(await find(view), focus);
			assert.deepEqual(view.selection, selection);
		});
	}

	it("doesn't exist while the view has no focus", async () => {
		assert.equal(await find(viewWith(undefined, [first])), undefined);
	});
});
