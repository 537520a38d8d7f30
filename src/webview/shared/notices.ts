import { t } from "../../core/base/l10n.ts";
import type { PageProblem } from "../../protocol/page.ts";
import { h } from "./dom.ts";

/**
 * Returns a message about a problem, with a button for what helps.
 *
 * @param stale whether previously read options are still shown
 * @param act called when the button is pressed
 */
export function problemNotice(
	{ message, advice, action }: PageProblem,
	stale: boolean,
	act: () => void,
): HTMLElement {
	return h(
		"div",
		{ class: stale ? "notice banner" : "notice" },
		h("p", { class: "message" }, message),
		h("p", {}, advice, stale && ` ${t("Showing previously read data.")}`),
		button(action, act),
	);
}

/** Returns a message that the options are being loaded. */
export function loadingNotice(): HTMLElement {
	const bars = Array.from({ length: 6 }, () => h("div", { class: "bar" }));
	return h(
		"div",
		{ class: "notice loading" },
		h("p", {}, t("Loading…")),
		h("div", { class: "bars", "aria-hidden": "true" }, ...bars),
	);
}

/**
 * Returns a message that the search found nothing.
 *
 * @param unknown words that look like filters but aren't
 */
export function emptyNotice(unknown: readonly string[], clear: () => void): HTMLElement {
	return h(
		"div",
		{ class: "notice empty" },
		h("p", { class: "message" }, t("No options match the search.")),
		unknown.length > 0 && h("p", {}, t("There's no filter {0}.", unknown.join(", "))),
		button(t("Clear Search"), clear),
	);
}

function button(label: string, press: () => void): HTMLElement {
	const element = h("button", { type: "button" }, label);
	element.addEventListener("click", press);
	return element;
}
