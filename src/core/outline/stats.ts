import {
	formatBytes,
	formatCount,
	formatDuration,
	formatLatency,
	formatMoment,
} from "../format.ts";
import { t } from "../l10n.ts";
import type { DeploymentStats, Int, NamedCount } from "../model.ts";
import type { Snapshot } from "../slot.ts";
import { valueRow, type OutlineNode, type Tone } from "./node.ts";
import { section } from "./section.ts";

/** How the deployment is doing: workspaces, latency, traffic and sessions. */
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
		tooltip: [t("The server gathers these numbers by itself, usually every 30 seconds.")],
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
		latencyRow(id, "p50", t("Connection latency P50"), stats.latencyP50Ms),
		latencyRow(id, "p95", t("Connection latency P95"), stats.latencyP95Ms),
		...(stats.rxBytes === undefined
			? []
			: [
					valueRow(id, "rx", t("Sent to workspaces"), formatBytes(stats.rxBytes), {
						icon: "arrow-down",
						tooltip: [t("Bytes that agents received in the window, not since the server's start.")],
					}),
				]),
		...(stats.txBytes === undefined
			? []
			: [
					valueRow(id, "tx", t("Sent from workspaces"), formatBytes(stats.txBytes), {
						icon: "arrow-up",
						tooltip: [t("Bytes that agents sent in the window, not since the server's start.")],
					}),
				]),
		group(id, "sessions", t("Sessions"), "multiple-windows", stats.sessions, sessionApp),
		...stats.others.map(({ name, count }) =>
			valueRow(id, `other/${name}`, name, formatCount(count), {
				icon: "symbol-number",
				tooltip: [
					t(
						"A number that this version of the extension does not know; shown as the server sent it.",
					),
				],
			}),
		),
		...(aggregatedFrom === undefined || collectedAt === undefined
			? []
			: [
					valueRow(id, "window", t("Window"), formatDuration(collectedAt - aggregatedFrom), {
						icon: "history",
						tooltip: [
							t("Latency, traffic and sessions are those of this long before the collection."),
						],
					}),
				]),
		...(collectedAt === undefined
			? []
			: [
					valueRow(id, "collected", t("Collected"), formatMoment(collectedAt), {
						icon: "watch",
						at: collectedAt,
					}),
				]),
	];
}

type Look = Partial<OutlineNode> & { readonly label: string };

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
		expanded: true,
		children: counts.map((item) => ({
			...valueRow(id, item.name, item.name, formatCount(item.count)),
			...look(item.name),
		})),
	};
}

/** Exact for integers, which is what servers send. */
function sum(counts: readonly NamedCount[]): Int {
	const numbers = counts.map(({ count }) => count);
	if (numbers.every((count) => typeof count === "bigint" || Number.isInteger(count))) {
		return numbers.reduce<bigint>((total, count) => total + BigInt(count), 0n);
	}
	return numbers.reduce<number>((total, count) => total + Number(count), 0);
}

function workspaceState(name: string): Look {
	switch (name) {
		case "pending":
			return {
				label: t("Pending"),
				icon: "clock",
				tooltip: [t("Their build waits for a provisioner.")],
			};
		case "building":
			return { label: t("Building"), icon: "tools", tooltip: [t("Their build is under way.")] };
		case "running":
			return {
				label: t("Running"),
				icon: "vm-running",
				tooltip: [t("Their last start succeeded.")],
			};
		case "stopped":
			return {
				label: t("Stopped"),
				icon: "vm-outline",
				tooltip: [t("Their last stop succeeded.")],
			};
		case "failed":
			return {
				label: t("Failed"),
				icon: "error",
				tooltip: [t("Their last build ended with an error.")],
			};
		default:
			return { label: name, icon: "symbol-number" };
	}
}

function sessionApp(name: string): Look {
	switch (name) {
		case "vscode":
			return {
				label: "VS Code",
				icon: "vscode",
				tooltip: [t("Editors connected by Coder Remote.")],
			};
		case "jetbrains":
			return { label: "JetBrains", icon: "code" };
		case "ssh":
			return { label: "SSH", icon: "terminal" };
		case "reconnecting_pty":
			return { label: t("Web terminal"), icon: "terminal-bash" };
		default:
			return { label: name, icon: "symbol-number" };
	}
}

/** The dashboard's thresholds for latencies, in ms. */
const goodBelowMs = 150;
const warningBelowMs = 300;

/** How a latency in ms is to be judged, as the dashboard colours it. */
export function latencyTone(ms: number): Tone {
	if (ms < goodBelowMs) return "good";
	return ms < warningBelowMs ? "warning" : "bad";
}

function latencyRow(
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
			tooltip: [t("No agent reported a connection in the window.")],
		};
	}
	const tone = latencyTone(ms);
	const judgement = { good: t("good"), warning: t("slow"), bad: t("very slow"), muted: "" }[tone];
	return valueRow(parent, name, label, formatLatency(ms), {
		icon: "dashboard",
		tone,
		spoken: `${label}: ${formatLatency(ms)}, ${judgement}`,
		tooltip: [
			t(
				"Good below {0} ms, slow from there, very slow from {1} ms, as in the dashboard.",
				goodBelowMs,
				warningBelowMs,
			),
		],
	});
}
