import { formatMoment } from "../../core/base/format.ts";
import { t } from "../../core/base/l10n.ts";
import type { StatsContent } from "../../protocol/statistics.ts";
import { h } from "../shared/dom.ts";
import { loadingNotice } from "../shared/notices.ts";

/**
 * Returns the message that replaces the plots if there is nothing to draw; undefined otherwise.
 *
 * @param showAll called to show all samples
 */
export function emptyNotice(content: StatsContent, showAll: () => void): HTMLElement | undefined {
	const { newest, drawn, loading, kept, problem } = content;
	if (drawn.at.length > 0) return undefined;
	if (newest === undefined) {
		if (loading) return loadingNotice();
		return notice(
			problem ? t("No earlier data.") : t("No data yet."),
			kept
				? t("Data is recorded while statistics of this deployment are visible.")
				: t(
						"Data is kept only until this window closes, because {0} is off.",
						"coderDeployment.statistics.keep",
					),
		);
	}
	const button = h("button", { type: "button" }, t("Show All"));
	button.addEventListener("click", showAll);
	return notice(
		t("No data for this time range."),
		t("The newest sample is from {0}.", formatMoment(newest)),
		button,
	);
}

function notice(message: string, advice: string, button?: HTMLElement): HTMLElement {
	return h(
		"div",
		{ class: "notice" },
		h("p", { class: "message" }, message),
		h("p", {}, advice),
		button,
	);
}
