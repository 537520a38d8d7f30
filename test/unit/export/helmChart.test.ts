import assert from "node:assert/strict";
import { parse } from "yaml";
import "../../support/stable.ts";
import { chartRule, perPodLines } from "../../../src/core/export/helmChart.ts";
import { exportText } from "../../../src/core/export/exportText.ts";
import { sharedRows } from "../../support/sharedTables.ts";
import { needFixtures } from "../../support/fixtures.ts";
import { all, configWith, facts } from "./support/configs.ts";

/** A set option with its default value, so that only the chart can turn it into a comment. */
const option = (env: string, value: string) => ({ name: env, env, value, value_source: "env" });

function lines(env: string, value: string, version?: string): readonly string[] {
	const { version: _version, ...rest } = facts;
	const reported = version === undefined ? rest : { ...rest, version };
	return exportText(configWith(option(env, value)), "helm", reported, all).split("\n");
}

/** Returns the variables that Helm values set. */
function active(text: readonly string[]): readonly string[] {
	const { coder } = parse(text.join("\n")) as { coder: { env: { name: string }[] } };
	return coder.env.map(({ name }) => name);
}

const releases = Array.from({ length: 36 }, (_, minor) => `v2.${minor.toString()}.0`);

/** Returns the number of a release for comparisons: all have major version 2. */
const order = (release: string): number => {
	const [, minor = "", patch = ""] = /^v2\.(\d+)\.(\d+)$/.exec(release) ?? assert.fail(release);
	return Number(minor) * 1000 + Number(patch);
};

describe("variables that Coder's Helm chart sets", () => {
	it("match its templates, release by release", function () {
		needFixtures(this);
		let compared = 0;
		for (const {
			variable = "",
			"set by Coder's chart, from which release on": reported = "",
		} of sharedRows("helm-chart-env.tsv")) {
			const periods = reported.split(" > ").map((period) => {
				const [, release = "", rule = ""] = /^(v[\d.]+): (.*)$/.exec(period) ?? assert.fail(period);
				// The layout changed with v2.0.2; the chart of v2.0.0 set the same.
				return { from: release === "v2.0.2" ? 0 : order(release), rule };
			});
			for (const release of releases) {
				const rule = periods.findLast(({ from }) => from <= order(release))?.rule;
				const ours = chartRule(variable, `${release}+abcdef1`);
				if (rule === undefined) assert.equal(ours, undefined, `${variable} ${release}`);
				else if (rule.startsWith("always")) assert.equal(ours, "always", `${variable} ${release}`);
				else if (rule.startsWith("unless set")) {
					assert.equal(ours, "default", `${variable} ${release}`);
				} else assert.equal(typeof ours, "object", `${variable} ${release}`);
				compared++;
			}
			if (/status\.podIP|KUBE_POD_IP/.test(reported)) assert.ok(perPodLines(variable), variable);
		}
		assert.ok(compared > 300);
	});

	it("never include a pod's own address, in any version, even in a comment", () => {
		for (const version of [
			"v2.35.0+abcdef1",
			"v2.36.0-rc.1+abcdef1",
			"v0.0.0-devel+abcdef1",
			undefined,
		]) {
			for (const [env, value] of [
				["CODER_CLUSTER_HOST", "10.1.2.3"],
				["CODER_DERP_SERVER_RELAY_URL", "http://10.1.2.3:8080"],
			] as const) {
				const text = lines(env, value, version);
				assert.ok(!text.join("\n").includes("10.1.2.3"));
				assert.ok(text.includes("    # The chart sets it."));
				assert.deepEqual(active(text), []);
			}
		}
		assert.deepEqual(lines("CODER_CLUSTER_HOST", "10.1.2.3", "v2.35.0").slice(-5, -1), [
			"    # - name: CODER_CLUSTER_HOST",
			"    #   valueFrom:",
			"    #     fieldRef:",
			"    #       fieldPath: status.podIP",
		]);
	});

	it("exclude addresses for which the chart only has a default; those are exported", () => {
		for (const [env, version, kept] of [
			["CODER_PROMETHEUS_ADDRESS", "v2.29.19+abcdef1", false],
			["CODER_PROMETHEUS_ADDRESS", "v2.30.0+abcdef1", true],
			["CODER_PPROF_ADDRESS", "v2.25.3+abcdef1", true],
			["CODER_PPROF_ADDRESS", "v2.26.0+abcdef1", false],
			["CODER_PPROF_ADDRESS", "v2.29.0+abcdef1", false],
			["CODER_PPROF_ADDRESS", "v2.30.0-rc.0+abcdef1", true],
			["CODER_PPROF_ADDRESS", undefined, true],
			["CODER_ACCESS_URL", "v2.0.0+abcdef1", true],
			["CODER_HTTP_ADDRESS", "v2.36.0+abcdef1", false],
			["CODER_ADDRESS", "v2.36.0+abcdef1", false],
			["CODER_TLS_ENABLE", "v2.15.0+abcdef1", false],
		] as const) {
			assert.deepEqual(active(lines(env, "127.0.0.1:1", version)), kept ? [env] : [], env);
		}
	});

	it("exclude all others, and a pod's address before the chart set it", () => {
		for (const version of ["v2.0.0", "v2.35.0", undefined])
			assert.equal(chartRule("CODER_OTHER", version), undefined);
		assert.equal(perPodLines("CODER_OTHER"), undefined);
		assert.deepEqual(lines("CODER_CLUSTER_HOST", "10.1.2.3", "v2.34.9").slice(-3, -1), [
			"    - name: CODER_CLUSTER_HOST",
			'      value: "10.1.2.3"',
		]);
	});

	it("are reported with the Helm value that makes the chart set them", () => {
		const tls = lines("CODER_TLS_CERT_FILE", "/tls.crt", "v2.35.0");
		assert.ok(tls.includes("    # The chart sets it when coder.tls.secretNames is set."));
		const unset = lines("CODER_TLS_CERT_FILE", "", "v2.35.0");
		assert.deepEqual(unset.slice(-3, -1), [
			"    # - name: CODER_TLS_CERT_FILE",
			'    #   value: ""',
		]);
		assert.ok(!unset.some((line) => line.includes("The chart sets it")));
		const secret = {
			...option("CODER_PROVISIONER_DAEMON_PSK", ""),
			annotations: { secret: "true" },
		};
		const psk = exportText(configWith(secret), "helm", facts, all);
		assert.match(psk, /# The chart sets it when provisionerDaemon\.pskSecretName is set\./);
	});
});
