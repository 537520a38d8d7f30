import { formatCount } from "../../core/base/format.ts";
import { t } from "../../core/base/l10n.ts";
import type { UpgradeGroup, UpgradeLine, UpgradeSection } from "../../core/upgrade/lines.ts";
import { h } from "../shared/dom.ts";

/** Returns a section. Names open the deployment's options; a listener on the page handles all names by `data-id`. */
export function upgradeSection({ title, groups }: UpgradeSection): HTMLElement {
	const count = groups.reduce((sum, { lines }) => sum + lines.length, 0);
	return h(
		"section",
		{},
		h("h2", {}, count === 0 ? title : `${title} (${formatCount(count)})`),
		...(count === 0 ? [h("p", { class: "note" }, t("Nothing to do."))] : groups.map(groupOf)),
	);
}

function groupOf({ title, lines }: UpgradeGroup): HTMLElement {
	return h(
		"div",
		{},
		title !== undefined && h("h3", {}, title),
		h("ul", { class: "lines" }, ...lines.map(lineOf)),
	);
}

function lineOf({ id, name, text, docs, here, stops }: UpgradeLine): HTMLElement {
	const attributes = { class: "link", "data-id": id };
	return h(
		"li",
		{},
		name === undefined
			? h("code", {}, id)
			: here
				? h("button", { type: "button", ...attributes }, name)
				: h("strong", {}, name),
		name !== undefined && " ",
		name !== undefined && h("code", { class: "note" }, id),
		stops && " ",
		stops && h("span", { class: "badge dangerous" }, t("Required")),
		text !== "" && h("p", {}, text),
		docs !== undefined && " ",
		docs !== undefined &&
			h(
				"a",
				{ href: docs, "aria-label": t("Documentation of {0}", name ?? id) },
				t("Documentation"),
			),
	);
}
