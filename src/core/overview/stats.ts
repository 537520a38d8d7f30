import { formatBytes, formatCount, formatDuration, formatMoment } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { Int } from "../base/int.ts";
import type { DeploymentStats, NamedCount } from "../coder/model.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { latencyRow } from "./latency.ts";
import { valueRow, type OutlineNode } from "./node.ts";
import { section } from "./section.ts";
import { sessionApp, workspaceState, type Look } from "./statsLooks.ts";

const minuteMs = 60_000;

/** Returns the section with the deployment's statistics: workspaces, latency, traffic, and sessions. */
export function statsSection(parent: string, snapshot: Snapshot): OutlineNode {
	const stats = snapshot.deploymentStats.value;
	const running = stats?.workspaces.find(({ name }) => name === "running");
	return section({
		parent,
		name: "stats",
		label: t("Statistics"),
		icon: "graph",
		snapshot,
		from: ["deploymentStats"],
		...(running ? { description: runningWorkspaces(running) } : {}),
		more: { words: ["statistics"], trend: "workspaces.running" },
		tooltip: [t("The server collects these numbers by itself, usually every 30 seconds.")],
		rows: (id) => (stats ? rows(id, stats) : []),
	});
}

function runningWorkspaces({ count }: NamedCount): string {
	if (Number(count) === 1) return t("1 workspace running");
	return t("{0} workspaces running", formatCount(count));
}

function rows(id: string, stats: DeploymentStats): OutlineNode[] {
	const { aggregatedFrom, collectedAt } = stats;
	return [
		group(id, "workspaces", t("Workspaces"), "vm", stats.workspaces, workspaceState),
		{ ...latencyRow(id, "p50", t("Connection latency P50"), stats.latencyP50Ms), trend: "p50" },
		{ ...latencyRow(id, "p95", t("Connection latency P95"), stats.latencyP95Ms), trend: "p95" },
		...(stats.rxBytes === undefined
			? []
			: [
					valueRow(id, "rx", t("Sent to workspaces"), formatBytes(stats.rxBytes), {
						icon: "arrow-down",
						trend: "rx",
						tooltip: [
							t("Bytes received by agents during the time window, not since the server started."),
						],
					}),
				]),
		...(stats.txBytes === undefined
			? []
			: [
					valueRow(id, "tx", t("Sent from workspaces"), formatBytes(stats.txBytes), {
						icon: "arrow-up",
						trend: "tx",
						tooltip: [
							t("Bytes sent by agents during the time window, not since the server started."),
						],
					}),
				]),
		group(id, "sessions", t("Sessions"), "multiple-windows", stats.sessions, sessionApp),
		...stats.others.map(({ name, count }) =>
			valueRow(id, `other/${name}`, name, formatCount(count), {
				icon: "symbol-number",
				tooltip: [
					t(
						"A number that this version of the extension doesn't know, shown as the server sent it.",
					),
				],
			}),
		),
		...(aggregatedFrom === undefined || collectedAt === undefined
			? []
			: [
					valueRow(
						id,
						"window",
						t("Time window"),
						formatDuration(windowMs(collectedAt - aggregatedFrom)),
						{
							icon: "symbol-ruler",
							tooltip: [
								t("Latency, traffic, and sessions cover this period before the collection."),
							],
						},
					),
				]),
		...(collectedAt === undefined
			? []
			: [
					valueRow(id, "collected", t("Collected"), formatMoment(collectedAt), {
						icon: "calendar",
						at: collectedAt,
					}),
				]),
	];
}

/**
 * Rounds the length of the time window: the server determines its start before a query and its end after it, which
 * makes fifteen minutes a few milliseconds or seconds longer.
 */
function windowMs(measured: number): number {
	const unit = Math.abs(measured) >= 2 * minuteMs ? minuteMs : 1000;
	return Math.round(measured / unit) * unit;
}

function group(
	parent: string,
	name: string,
	label: string,
	icon: string,
	counts: readonly NamedCount[],
	look: (name: string) => Look,
): OutlineNode {
	const id = `${parent}/${name}`;
	return {
		id,
		label,
		icon,
		description: formatCount(sum(counts)),
		trend: name,
		expanded: true,
		children: counts.map((item) => ({
			...valueRow(id, item.name, item.name, formatCount(item.count)),
			...look(item.name),
			trend: `${name}.${item.name}`,
		})),
	};
}

/** Returns the sum of counts. Exact for integers, which is what servers send. */
function sum(counts: readonly NamedCount[]): Int {
	const numbers = counts.map(({ count }) => count);
	if (numbers.every((count) => typeof count === "bigint" || Number.isInteger(count))) {
		return numbers.reduce<bigint>((total, count) => total + BigInt(count), 0n);
	}
	return numbers.reduce<number>((total, count) => total + Number(count), 0);
}
