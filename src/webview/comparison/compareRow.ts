import type { ChangeRow, ShownSide } from "../../core/comparison/changeRow.ts";
import { kindMeaning } from "../../core/comparison/changeText.ts";
import { t } from "../../core/base/l10n.ts";
import { h } from "../shared/dom.ts";
import { markWord } from "../../core/options/optionMarks.ts";
import { sourceLabel } from "../../core/options/sourceLabel.ts";

/**
 * Returns a change as a row of a table. Its name opens the option if `linked` is true; a listener on the table handles
 * all names by `data-id`.
 */
export function compareRow(row: ChangeRow, kindText: string, linked: boolean): HTMLElement {
	const { id, name, kind, group, aliases, formerName, explained } = row;
	return h(
		"div",
		{ class: `change ${kind}`, role: "row" },
		h(
			"div",
			{ class: "option", role: "rowheader" },
			h(
				"div",
				{ class: "title" },
				linked
					? h("button", { type: "button", class: "link", tabindex: "-1", "data-id": id }, name)
					: h("span", { class: "link", tabindex: "-1", "data-id": id }, name),
				h("span", { class: `badge ${kind}`, title: kindMeaning(kind) }, kindText),
				row.secret && h("span", { class: "badge secret" }, markWord("secret")),
				row.deprecated && h("span", { class: "badge deprecated" }, markWord("deprecated")),
			),
			group.length > 0 && h("p", { class: "note" }, group.join(" › ")),
			h("p", { class: "note" }, h("code", {}, row.env ?? row.flag ?? id)),
			formerName !== undefined &&
				h("p", { class: "note" }, t("Called {0} on the left", formerName)),
			explained !== undefined && h("p", { class: "note" }, explained),
			aliases.length > 0 && h("p", { class: "note" }, t("Also called {0}", aliases.join(", "))),
		),
		sideCell(row.left, row.right),
		sideCell(row.right, row.left),
	);
}

function sideCell(side: ShownSide | undefined, other: ShownSide | undefined): HTMLElement {
	const source = side?.source;
	return h(
		"div",
		{ class: "side", role: "cell" },
		h(
			"div",
			{ class: `value ${side?.value.form ?? "absent"}` },
			side ? valueOf(side, other) : t("Option not found"),
			side?.value.exact !== undefined && h("code", { class: "exact" }, side.value.exact),
		),
		source && h("span", { class: `badge ${source}` }, sourceLabel(source)),
	);
}

function valueOf({ value }: ShownSide, other: ShownSide | undefined): HTMLElement {
	const { form, lines } = value;
	const rest = new Set(other?.value.form === form ? other.value.lines : lines);
	// Emphasizes what differs if most of the content is the same.
	const line = (tag: "li" | "div", text: string): HTMLElement =>
		h(tag, { class: rest.has(text) ? undefined : "differs" }, text);
	switch (form) {
		case "list":
			return h("ul", {}, ...lines.map((text) => line("li", text)));
		case "code":
			return h("div", { class: "code" }, ...lines.map((text) => line("div", text)));
		case "text":
			return h("code", {}, lines.join("\n"));
		case "words":
		case "absent":
			return h("span", {}, lines.join(" "));
	}
}
