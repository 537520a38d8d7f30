import { formatLatency } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { valueRow, type OutlineNode, type Tone } from "./node.ts";

/** The dashboard's latency thresholds, in ms. */
export const goodBelowMs = 150;
export const warningBelowMs = 300;

/** Rates a latency in ms with the dashboard's colors. */
function latencyTone(ms: number): Exclude<Tone, "muted"> {
	if (ms < goodBelowMs) return "good";
	return ms < warningBelowMs ? "warning" : "bad";
}

/** Returns a row for a percentile of the latency in ms; without a value if no agent reported one. */
export function latencyRow(
	parent: string,
	name: string,
	label: string,
	ms: number | undefined,
): OutlineNode {
	if (ms === undefined) {
		return {
			id: `${parent}/${name}`,
			label,
			description: t("No data"),
			icon: "dashboard",
			tone: "muted",
			tooltip: [t("No agent reported a connection during this time window.")],
		};
	}
	const tone = latencyTone(ms);
	const judgement = { good: t("good"), warning: t("slow"), bad: t("very slow") }[tone];
	return valueRow(parent, name, label, formatLatency(ms), {
		icon: "dashboard",
		tone,
		spoken: `${label}: ${formatLatency(ms)}, ${judgement}`,
		tooltip: [
			t(
				"Good below {0} ms, slow from {0} ms, and very slow from {1} ms, as in the dashboard.",
				goodBelowMs,
				warningBelowMs,
			),
		],
	});
}
