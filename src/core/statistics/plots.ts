import { t } from "../base/l10n.ts";
import { featureName } from "../license/featureNames.ts";
import { goodBelowMs, warningBelowMs } from "../overview/latency.ts";
import { sessionApp, workspaceState } from "../overview/statsLooks.ts";
import type { Sample } from "./sample.ts";
import type { Plot, Plots, PlotSeries } from "./plot.ts";
import { isSeatName } from "../license/seats.ts";
import { namesOf, pointsOf, type Points } from "./points.ts";

/**
 * Returns the plots of ordered samples.
 *
 * @param most the maximum number of points
 * @param now ms since the epoch
 */
export function plotsOf(samples: readonly Sample[], most: number, now: number): Plots {
	const names = namesOf(samples);
	const { at, stepMs, values } = pointsOf(samples, names, most, now);
	const newest = samples.at(-1)?.values ?? {};
	const drawn = { names, at, values, newest };
	return {
		at,
		plots: [
			workspaces(drawn),
			latency(drawn),
			traffic(drawn),
			sessions(drawn),
			// Only if license usage was recorded.
			...(names.some(isSeatName) ? [seats(drawn)] : []),
		],
		...(stepMs !== undefined && { stepMs }),
	};
}

/** The input of the series. */
interface Drawn extends Points {
	readonly names: readonly string[];
	readonly newest: Sample["values"];
}

function workspaces(drawn: Drawn): Plot {
	return {
		id: "workspaces",
		title: t("Workspaces"),
		note: t("By the state of their latest build."),
		unit: "count",
		thresholds: [],
		series: group(drawn, "workspaces", (name) => workspaceState(name).label),
	};
}

function latency(drawn: Drawn): Plot {
	return {
		id: "latency",
		title: t("Connection latency"),
		note: t(
			"Good below {0} ms, slow from {0} ms, and very slow from {1} ms, as in the dashboard.",
			goodBelowMs,
			warningBelowMs,
		),
		unit: "latency",
		thresholds: [
			{ at: goodBelowMs, label: t("slow") },
			{ at: warningBelowMs, label: t("very slow") },
		],
		series: [series(drawn, "p50", "p50", "P50"), series(drawn, "p95", "p95", "P95")],
	};
}

function traffic(drawn: Drawn): Plot {
	return {
		id: "traffic",
		title: t("Traffic"),
		note: t("During the 15 minutes before each collection, not since the server started."),
		unit: "bytes",
		thresholds: [],
		series: [
			series(drawn, "rx", "rx", t("Sent to workspaces")),
			series(drawn, "tx", "tx", t("Sent from workspaces")),
		],
	};
}

function sessions(drawn: Drawn): Plot {
	return {
		id: "sessions",
		title: t("Sessions"),
		note: t("By app, during the 15 minutes before each collection."),
		unit: "count",
		thresholds: [],
		series: group(drawn, "sessions", (name) => sessionApp(name).label),
	};
}

function seats(drawn: Drawn): Plot {
	return {
		id: "seats",
		title: t("License"),
		note: t("License usage, such as active users."),
		unit: "count",
		thresholds: [],
		series: group(drawn, "seats", featureName),
	};
}

function group(drawn: Drawn, prefix: string, label: (name: string) => string): PlotSeries[] {
	return drawn.names
		.filter((name) => name.startsWith(`${prefix}.`))
		.map((name) => {
			const own = name.slice(prefix.length + 1);
			return series(drawn, name, own, label(own));
		});
}

function series(drawn: Drawn, from: string, name: string, label: string): PlotSeries {
	const values = drawn.values[from] ?? drawn.at.map(() => null);
	return { name, label, newest: drawn.newest[from] ?? null, values };
}
