import { releaseOf, type Release } from "./release.ts";

/**
 * The experiments of each release. No endpoint lists them, so this table is from Coder's source:
 * `codersdk/deployment.go` of every release from v2.0.0 to v2.35.1 and of the commit below. Each has the first and the
 * last minor release with the name; without the last one, all later releases in this range have it.
 */
const history: readonly (readonly [name: string, first: number, last?: number])[] = [
	["moons", 0, 5],
	["tailnet_pg_coordinator", 0, 6],
	["deployment_health_page", 0, 6],
	["workspace_actions", 0, 6],
	["template_restart_requirement", 0, 1],
	["single_tailnet", 0, 6],
	["workspaces_batch_actions", 1, 1],
	["template_autostop_requirement", 2, 5],
	["dashboard_theme", 3, 4],
	["template_update_policies", 4, 5],
	["example", 7],
	["shared-ports", 9, 10],
	["auto-fill-parameters", 9],
	["custom-roles", 12, 15],
	["multi-organization", 12, 15],
	["workspace-usage", 13],
	["notifications", 14],
	["web-push", 21, 32],
	["workspace-prebuilds", 22, 23],
	["dynamic-parameters", 22, 23],
	["agentic-chat", 23, 23],
	["ai-tasks", 23, 23],
	["oauth2", 25],
	["mcp-server-http", 25],
	["workspace-sharing", 26, 31],
	["aibridge", 27, 27],
	["agents", 32, 33],
	["workspace-build-updates", 32],
	["chat-advisor", 35],
	["minimum-implicit-member", 35, 35],
	["ai-gateway-cost-control", 35, 35],
	["nats_pubsub", 35],
	["chat-virtual-desktop", 35],
	["ai-gateway-seat-exclusion", 36],
	["agent-lifecycle-hooks", 36],
	["workspace-capable-licensing", 36],
];

/**
 * Returns the experiments of a server version.
 *
 * @param version as the server reports it, such as `v2.35.1+8b44bd6`
 * @returns `undefined` for versions outside the table: later ones, and builds between two releases
 */
export function experimentsOf(version: string): ReadonlySet<string> | undefined {
	const release = releaseOf(version);
	return release === undefined ? undefined : experimentsIn(release);
}

/** Returns the experiments of a release. */
export function experimentsIn(release: Release): ReadonlySet<string> {
	return new Set(
		history
			.filter(([, first, last = Infinity]) => first <= release && release <= last)
			.map(([name]) => name),
	);
}

/** The releases that call an experiment safe: `*` enables these. From the same source; the first and the last minor. */
const safe: Readonly<Record<string, readonly [first: number, last: number]>> = {
	deployment_health_page: [0, 6],
	single_tailnet: [3, 6],
	workspaces_batch_actions: [1, 1],
	"shared-ports": [9, 10],
	notifications: [14, 15],
	"workspace-prebuilds": [22, 23],
	"minimum-implicit-member": [35, 35],
};

/** Returns the experiments that a release calls safe to use. */
export function safeExperimentsIn(release: Release): ReadonlySet<string> {
	return new Set(
		Object.entries(safe)
			.filter(([, [first, last]]) => first <= release && release <= last)
			.map(([name]) => name),
	);
}

/**
 * Ended experiments whose feature later servers have without them, each with the commit of coder/coder that removed the
 * experiment and what depended on it. Some of the features need a license, or an option. What became of other
 * experiments isn't known, or they were removed with their feature (`agentic-chat` by 688d2ee3eb) or renamed
 * (`template_restart_requirement` by a572800d47).
 */
const standard: ReadonlySet<string> = new Set([
	"workspaces_batch_actions", // 2399063a56
	"template_autostop_requirement", // b36071c6bb
	"moons", // fbda21a9f2
	"template_update_policies", // 0b7d68dc3f
	"single_tailnet", // 48cd4c3a10
	"tailnet_pg_coordinator", // 64638b381d
	"workspace_actions", // 9b437032e9
	"deployment_health_page", // 95fd0bb22b
	"shared-ports", // c550d0641d
	"custom-roles", // 2c8b264d78
	"multi-organization", // 2c8b264d78
	"dynamic-parameters", // f126931219
	"ai-tasks", // 4ff2254e5f
	"workspace-prebuilds", // c6e0ba12d3
	"aibridge", // 95a1ca898f
	"workspace-sharing", // 37a8e61ea2
	"web-push", // 116323d3cf
	"agents", // e57525002c
	"ai-gateway-cost-control", // 3deecb481e
	"minimum-implicit-member", // 52423eb87b
]);

/** Whether an experiment that ended is known to have become a feature that doesn't need it. */
export function becameStandard(experiment: string): boolean {
	return standard.has(experiment);
}
