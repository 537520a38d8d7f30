import type { ConfigRow } from "../../core/configuration/configRow.ts";
import { t } from "../../core/base/l10n.ts";
import type { ShownValue } from "../../core/options/optionText.ts";
import { h } from "../shared/dom.ts";

/** Returns an option's value, large enough to stand out. */
export function valueBlock({ value, choices }: ConfigRow): HTMLElement {
	return h(
		"div",
		{ class: `value ${value.form}` },
		content(value),
		value.exact !== undefined && h("code", { class: "exact" }, value.exact),
		choices && h("span", { class: "choices" }, t("One of: {0}", choices.join(", "))),
	);
}

/** Returns the default if the value differs from it. */
export function defaultBlock(row: ConfigRow): HTMLElement | undefined {
	if (!row.default || sameText(row.value, row.default)) return undefined;
	return h(
		"div",
		{ class: `default-value ${row.default.form}` },
		h("span", { class: "label" }, t("Default:")),
		" ",
		content(row.default),
		row.default.exact !== undefined && h("code", { class: "exact" }, row.default.exact),
	);
}

function content({ form, lines }: ShownValue): HTMLElement {
	switch (form) {
		case "list":
			return h("ul", {}, ...lines.map((line) => h("li", {}, line)));
		case "code":
			return h("pre", {}, lines.join("\n"));
		case "text":
			return h("code", {}, lines.join("\n"));
		case "words":
		case "absent":
			return h("span", {}, lines.join(" "));
	}
}

function sameText(a: ShownValue, b: ShownValue): boolean {
	return a.exact === b.exact && a.lines.join("\n") === b.lines.join("\n");
}
