import { isAtLeast } from "./updateState.ts";
import type { BuildInfo, DeploymentConfig } from "./model.ts";

/** How an experiment stands. */
export type ExperimentState = "enabled" | "unknown" | "available";

export interface Experiment {
	readonly name: string;
	readonly state: ExperimentState;
}

export interface Experiments {
	/** Enabled ones in the server's order, then those that are safe but off. Names appear once. */
	readonly list: readonly Experiment[];
	/** `*` is configured, which enables all safe experiments; `undefined` where the configuration is not known. */
	readonly wildcard: boolean | undefined;
}

/** The version whose experiments {@link known} lists. */
const knownSince = "v2.35.0";

/** The experiments that servers of 2026-08 know. No endpoint tells them. */
const known: ReadonlySet<string> = new Set([
	"example",
	"auto-fill-parameters",
	"notifications",
	"workspace-usage",
	"oauth2",
	"mcp-server-http",
	"workspace-build-updates",
	"nats_pubsub",
	"workspace-capable-licensing",
	"ai-gateway-seat-exclusion",
	"chat-advisor",
	"chat-virtual-desktop",
	"agent-lifecycle-hooks",
	"minimum-implicit-member",
]);

/**
 * Sorts what `/experiments` and `/experiments/available` tell. An enabled name is called unknown only on servers as
 * new as the table of known names: sets change with almost every release.
 */
export function readExperiments(
	enabled: readonly string[] | undefined,
	safe: readonly string[] | undefined,
	build: BuildInfo | undefined,
	config: DeploymentConfig | undefined,
): Experiments {
	const on = [...new Set(enabled ?? [])].filter((name) => name !== "*");
	const canJudge = build !== undefined && isAtLeast(build.version, knownSince);
	const isKnown = (name: string) => !canJudge || known.has(name) || (safe?.includes(name) ?? false);
	const off = [...new Set(safe ?? [])].filter((name) => !on.includes(name));
	return {
		list: [
			...on.map((name) => ({ name, state: isKnown(name) ? "enabled" : "unknown" }) as const),
			...off.map((name) => ({ name, state: "available" }) as const),
		],
		wildcard: enabled?.includes("*") || hasWildcard(config),
	};
}

function hasWildcard(config: DeploymentConfig | undefined): boolean | undefined {
	const option = config?.options.find(({ id }) => id === "CODER_EXPERIMENTS");
	if (!option) return undefined;
	return Array.isArray(option.value) && option.value.includes("*");
}
