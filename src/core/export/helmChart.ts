import { behavesAs } from "../options/serverVersion.ts";

/**
 * When Coder's Helm chart sets a variable itself: `always`, so that `coder.env` would set it a second time; `default`,
 * unless `coder.env` sets it; or only if one of its values is set, which is then named.
 */
export type ChartRule = "always" | "default" | { readonly value: string };

interface ChartVariable {
	/**
	 * The rules by the first release that follows them, oldest first. Before it, the chart doesn't set the variable.
	 */
	readonly rules: readonly (readonly [release: string, rule: ChartRule])[];
	/** The lines below the variable's name in the chart, if each pod has its own value. */
	readonly perPod?: readonly string[];
}

const tls: ChartVariable = { rules: [["v2.0.0", { value: "coder.tls.secretNames" }]] };

/** From `helm/coder` and `helm/libcoder` in Coder's repository, v2.0.0 to 2026-08. */
const chartVariables: ReadonlyMap<string, ChartVariable> = new Map([
	["CODER_HTTP_ADDRESS", { rules: [["v2.0.0", "always"]] }],
	["CODER_ACCESS_URL", { rules: [["v2.0.0", "default"]] }],
	[
		"CODER_PROMETHEUS_ADDRESS",
		{
			rules: [
				["v2.0.0", "always"],
				["v2.30.0", "default"],
			],
		},
	],
	[
		"CODER_PPROF_ADDRESS",
		{
			rules: [
				["v2.26.0", "always"],
				["v2.30.0", "default"],
			],
		},
	],
	[
		"CODER_DERP_SERVER_RELAY_URL",
		{ rules: [["v2.0.0", "always"]], perPod: ['value: "http://$(KUBE_POD_IP):8080"'] },
	],
	[
		"CODER_CLUSTER_HOST",
		{
			rules: [["v2.35.0", "always"]],
			perPod: ["valueFrom:", "  fieldRef:", "    fieldPath: status.podIP"],
		},
	],
	["CODER_TLS_ENABLE", tls],
	["CODER_TLS_ADDRESS", tls],
	["CODER_TLS_CERT_FILE", tls],
	["CODER_TLS_KEY_FILE", tls],
	[
		"CODER_PROVISIONER_DAEMON_PSK",
		{ rules: [["v2.0.0", { value: "provisionerDaemon.pskSecretName" }]] },
	],
] satisfies readonly (readonly [string, ChartVariable])[]);

/**
 * Returns how the chart treats a variable. A chart has the version of the server that it installs.
 *
 * @returns `undefined` for a variable that the chart doesn't set
 */
export function chartRule(name: string, version: string | undefined): ChartRule | undefined {
	const rules = chartVariables.get(name)?.rules ?? [];
	return rules.findLast(([release]) => behavesAs(version, release))?.[1];
}

/** Returns the lines below a variable's name in the chart, if each pod has its own value. */
export function perPodLines(name: string): readonly string[] | undefined {
	return chartVariables.get(name)?.perPod;
}
