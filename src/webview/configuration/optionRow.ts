import { actions, chips } from "./optionButtons.ts";
import type { ConfigRow, RowReference } from "../../core/configuration/configRow.ts";
import { t } from "../../core/base/l10n.ts";
import { h, serverText } from "../shared/dom.ts";
import { findingsBlock } from "./findingsBlock.ts";
import { badgesOf } from "./badges.ts";
import { richText } from "./richText.ts";
import { defaultBlock, valueBlock } from "./shownValue.ts";

/**
 * Returns the row of an option. Its buttons have no listeners of their own; a listener on the list handles `data-copy`
 * (the field of the row to copy), `data-go` (the option to go to), and `data-link` (copies a link).
 *
 * @param index the row's position among all rows, by which it is found from its element
 * @param linkable whether the option can be linked to
 */
export function optionRow(row: ConfigRow, index: number, linkable: boolean): HTMLElement {
	const badges = badgesOf(row);
	return h(
		"div",
		{
			class: `row${row.changed ? " changed" : ""}`,
			role: "group",
			tabindex: "-1",
			"data-index": String(index),
			"data-vscode-context": menuContext(row, linkable),
			"aria-label": [
				row.name,
				row.value.lines.join(", "),
				...badges.map(({ label }) => label),
			].join(", "),
		},
		h(
			"div",
			{ class: "title" },
			h("h3", serverText, row.name),
			...badges.map(({ kind, label }) => h("span", { class: `badge ${kind}` }, label)),
		),
		row.description !== "" &&
			h("p", { class: "description", ...serverText }, ...richText(row.description)),
		valueBlock(row),
		defaultBlock(row),
		findingsBlock(row),
		references(t("Use instead:"), row.successors),
		row.sharesSource &&
			h(
				"p",
				{ class: "note" },
				t("Set under this name or its replacement's. Coder reports both the same way."),
			),
		references(t("Replaces:"), row.predecessors),
		row.past !== undefined && h("p", { class: "note" }, row.past),
		h("div", { class: "buttons" }, chips(row), actions(row, linkable)),
	);
}

/** Returns the context for VS Code's `webview/context` menu and its commands. */
function menuContext(row: ConfigRow, linkable: boolean): string {
	return JSON.stringify({
		webviewSection: "option",
		option: row.id,
		hasValue: row.copyValue !== undefined,
		hasEnv: row.copyEnv !== undefined,
		linkable,
	});
}

function references(label: string, options: readonly RowReference[]): HTMLElement | undefined {
	if (options.length === 0) return undefined;
	const links = options.map(({ id, name }) =>
		h("button", { type: "button", class: "link", tabindex: "-1", "data-go": id }, name),
	);
	return h(
		"p",
		{ class: "note" },
		label,
		...links.flatMap((link, index) => [index === 0 ? " " : ", ", link]),
	);
}
