import { t } from "../l10n.ts";
import { goodBelowMs, warningBelowMs } from "../outline/latency.ts";
import { sessionApp, workspaceState } from "../outline/statsLooks.ts";
import type { Sample } from "../samples/sample.ts";
import type { Plot, Plots, PlotSeries } from "./plot.ts";
import { namesOf, pointsOf, type Points } from "./points.ts";

/**
 * The plots of samples that are in order.
 *
 * @param most how many points there may be
 * @param now ms since the epoch
 */
export function plotsOf(samples: readonly Sample[], most: number, now: number): Plots {
	const names = namesOf(samples);
	const points = pointsOf(samples, names, most, now);
	const { at, stepMs } = points;
	return {
		at,
		plots: [workspaces(points), latency(points), traffic(points), sessions(points)],
		...(stepMs !== undefined && { stepMs }),
	};
}

function workspaces(points: Points): Plot {
	return {
		id: "workspaces",
		title: t("Workspaces"),
		note: t("By the state of their latest build."),
		unit: "count",
		thresholds: [],
		series: group(points, "workspaces", (name) => workspaceState(name).label),
	};
}

function latency(points: Points): Plot {
	return {
		id: "latency",
		title: t("Connection latency"),
		note: t(
			"Good below {0} ms, slow from there, very slow from {1} ms, as in the dashboard.",
			goodBelowMs,
			warningBelowMs,
		),
		unit: "latency",
		thresholds: [
			{ at: goodBelowMs, label: t("slow") },
			{ at: warningBelowMs, label: t("very slow") },
		],
		series: [series(points, "p50", "p50", "P50"), series(points, "p95", "p95", "P95")],
	};
}

function traffic(points: Points): Plot {
	return {
		id: "traffic",
		title: t("Traffic"),
		note: t("In the 15 minutes before each collection, not since the server's start."),
		unit: "bytes",
		thresholds: [],
		series: [
			series(points, "rx", "rx", t("Sent to workspaces")),
			series(points, "tx", "tx", t("Sent from workspaces")),
		],
	};
}

function sessions(points: Points): Plot {
	return {
		id: "sessions",
		title: t("Sessions"),
		note: t("By app, in the 15 minutes before each collection."),
		unit: "count",
		thresholds: [],
		series: group(points, "sessions", (name) => sessionApp(name).label),
	};
}

function group(points: Points, prefix: string, label: (name: string) => string): PlotSeries[] {
	return Object.keys(points.values)
		.filter((name) => name.startsWith(`${prefix}.`))
		.map((name) => {
			const own = name.slice(prefix.length + 1);
			return series(points, name, own, label(own));
		});
}

function series({ at, values }: Points, from: string, name: string, label: string): PlotSeries {
	return { name, label, values: values[from] ?? at.map(() => null) };
}
