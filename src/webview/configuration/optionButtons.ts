import type { ConfigRow } from "../../core/configuration/configRow.ts";
import { t } from "../../core/base/l10n.ts";
import type { CopyTarget } from "../../protocol/configuration.ts";
import { h } from "../shared/dom.ts";

/** Returns the buttons that show an option's names and copy them. */
export function chips(row: ConfigRow): HTMLElement {
	return h(
		"div",
		{ class: "chips" },
		chip(t("Copy flag {0}", row.flag ?? ""), "flag", row.flag),
		chip(t("Copy flag {0}", row.shorthand ?? ""), "shorthand", row.shorthand),
		chip(t("Copy environment variable {0}", row.env ?? ""), "env", row.env),
		chip(t("Copy YAML path {0}", row.yamlPath ?? ""), "yamlPath", row.yamlPath),
	);
}

/** Returns the buttons with an option's actions. @param linkable whether the option can be linked to */
export function actions(row: ConfigRow, linkable: boolean): HTMLElement {
	return h(
		"div",
		{ class: "actions" },
		row.copyValue !== undefined && action(t("Copy Value"), "copyValue"),
		row.copyEnv !== undefined && action(t("Copy Env Line"), "copyEnv"),
		linkable && h("button", { type: "button", tabindex: "-1", "data-link": true }, t("Copy Link")),
	);
}

function chip(
	label: string,
	target: CopyTarget,
	text: string | undefined,
): HTMLElement | undefined {
	if (text === undefined) return undefined;
	return h(
		"button",
		{
			type: "button",
			class: "chip",
			tabindex: "-1",
			title: label,
			"aria-label": label,
			"data-copy": target,
		},
		text,
	);
}

function action(label: string, target: CopyTarget): HTMLElement {
	return h("button", { type: "button", tabindex: "-1", "data-copy": target }, label);
}
