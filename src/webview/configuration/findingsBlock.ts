import { severityLabel } from "../../core/findings/severity.ts";
import type { ConfigRow, RowFinding } from "../../core/configuration/configRow.ts";
import { t } from "../../core/base/l10n.ts";
import { h } from "../shared/dom.ts";

/** Returns the findings about an option: what they mean, and what to do. */
export function findingsBlock({ findings }: ConfigRow): HTMLElement | undefined {
	return findings && h("ul", { class: "findings" }, ...findings.map(findingItem));
}

function findingItem({ severity, title, meaning, advice, link }: RowFinding): HTMLElement {
	return h(
		"li",
		{ class: severity },
		h("strong", {}, t("{0}: {1}.", severityLabel(severity), title)),
		` ${meaning} ${advice} `,
		link !== undefined && h("a", { href: link, tabindex: "-1" }, t("Documentation")),
	);
}
