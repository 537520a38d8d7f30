import assert from "node:assert/strict";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import type { Answers, EndpointId } from "../../../src/core/coder/model.ts";
import { fixtureJson, fixtureNames, needFixtures } from "../../support/fixtures.ts";
import { slowMachine } from "../../support/slowMachine.ts";

/** Parses a fixture with the endpoint's schema. */
function read<K extends EndpointId>(id: K, name: string): Answers[K] {
	const parsed = parseAnswer(id, fixtureJson(name));
	assert.ok(parsed.ok, `${name} was not understood`);
	return parsed.value;
}

describe("responses of servers", function () {
	this.timeout(slowMachine);

	before(function () {
		needFixtures(this);
	});

	it("include the API root's greeting", () => {
		assert.deepEqual(read("root", "main/root.json"), { message: "👋" });
	});

	it("include the build", () => {
		assert.deepEqual(read("buildInfo", "main/buildinfo.json"), {
			version: "v2.35.1+8b44bd6",
			externalUrl: "https://github.com/coder/coder/commit/8b44bd69290d17eacc0fbb865a8fa43c77bfadec",
			dashboardUrl: "https://coder.acme.example",
			telemetry: false,
			workspaceProxy: false,
			agentApiVersion: "1.0",
			provisionerApiVersion: "1.18",
			upgradeMessage: "",
			deploymentId: "0d3cd1a5-0a6b-4e0e-9c66-3a4b8e2f7c11",
		});
		assert.equal(read("buildInfo", "v2.15.0/buildinfo.json").provisionerApiVersion, "1.1");
		assert.equal(
			read("buildInfo", "variants/buildinfo-devel.json").version,
			"v2.35.1-devel+e751b285ca",
		);
		const proxy = read("buildInfo", "variants/buildinfo-workspace-proxy.json");
		assert.equal(proxy.workspaceProxy, true);
		assert.equal(proxy.dashboardUrl, "https://coder.acme.example");
	});

	it("include the SSH configuration", () => {
		assert.deepEqual(read("deploymentSsh", "main/deployment-ssh.json"), {
			hostnamePrefix: "coder.",
			hostnameSuffix: "coder",
			options: [
				["ForwardAgent", "yes"],
				["ServerAliveInterval", "30"],
			],
		});
		assert.deepEqual(read("deploymentSsh", "v2.15.0/deployment-ssh.json"), {
			hostnamePrefix: "coder.",
			options: [],
		});
	});

	it("include the statistics, in the dashboard's order", () => {
		assert.deepEqual(read("deploymentStats", "main/deployment-stats.json"), {
			aggregatedFrom: Date.parse("2026-08-07T09:44:31.204Z"),
			collectedAt: Date.parse("2026-08-07T09:59:31.209Z"),
			nextUpdateAt: Date.parse("2026-08-07T10:00:01.209Z"),
			workspaces: [
				{ name: "pending", count: 1 },
				{ name: "building", count: 3 },
				{ name: "running", count: 214 },
				{ name: "stopped", count: 431 },
				{ name: "failed", count: 6 },
			],
			latencyP50Ms: 31.874,
			latencyP95Ms: 187.20625,
			rxBytes: 9_613_836_288,
			txBytes: 48_318_382_080,
			sessions: [
				{ name: "vscode", count: 87 },
				{ name: "jetbrains", count: 19 },
				{ name: "ssh", count: 41 },
				{ name: "reconnecting_pty", count: 8 },
			],
			others: [],
		});
	});

	it("have no latency if no agent reported one", () => {
		const idle = read("deploymentStats", "variants/stats-idle.json");
		assert.ok(!("latencyP50Ms" in idle));
		assert.ok(!("latencyP95Ms" in idle));
		assert.equal(idle.rxBytes, 0);
	});

	it("list experiments, with the safe ones inside an object", () => {
		assert.deepEqual(read("experiments", "main/experiments.json"), [
			"oauth2",
			"mcp-server-http",
			"workspace-usage",
			"shared-ports",
		]);
		assert.deepEqual(read("experiments", "variants/experiments-none.json"), []);
		assert.deepEqual(read("experimentsAvailable", "main/experiments-available.json"), []);
	});

	it("include the result of the update check", () => {
		assert.deepEqual(read("updateCheck", "main/updatecheck.json"), {
			current: false,
			version: "v2.36.0",
			url: "https://github.com/coder/coder/releases/tag/v2.36.0",
		});
		assert.equal(read("updateCheck", "variants/updatecheck-current.json").current, true);
		assert.equal(
			read("updateCheck", "variants/updatecheck-disabled.json").version,
			"v2.35.1+8b44bd6",
		);
	});

	it("include token lifetimes without rounding them", () => {
		const lifetime = (name: string) =>
			BigInt(read("tokenConfig", name).maxTokenLifetimeNs).toString();
		assert.equal(lifetime("main/tokenconfig.json"), "7776000000000000");
		assert.equal(lifetime("variants/tokenconfig-default-owner.json"), "604800000000000");
		assert.equal(lifetime("variants/tokenconfig-default-member.json"), "3155760000000000000");
	});

	it("aren't accepted by another endpoint", () => {
		const bodies: Partial<Record<EndpointId, string>> = {
			root: "main/root.json",
			buildInfo: "main/buildinfo.json",
			deploymentConfig: "main/deployment-config.json",
			deploymentSsh: "main/deployment-ssh.json",
			deploymentStats: "main/deployment-stats.json",
			experimentsAvailable: "main/experiments-available.json",
			updateCheck: "main/updatecheck.json",
			tokenConfig: "main/tokenconfig.json",
		};
		// The build has a version like the update check's, but lacks `current`.
		const alike = new Set(["buildInfo of updateCheck"]);
		for (const [id, own] of Object.entries(bodies) as [EndpointId, string][]) {
			for (const [other, name] of Object.entries(bodies)) {
				const expected = name === own || alike.has(`${id} of ${other}`);
				assert.equal(
					parseAnswer(id, fixtureJson(name)).ok,
					expected,
					`${id} of the body of ${other}`,
				);
			}
		}
	});

	it("are all tested", () => {
		const tested = [
			"main/buildinfo.json",
			"main/deployment-config-defaults.json",
			"main/deployment-config.json",
			"main/deployment-ssh.json",
			"main/deployment-stats.json",
			"main/experiments-available.json",
			"main/experiments.json",
			"main/options-inventory.json",
			"main/root.json",
			"main/swagger-general.json",
			"main/tokenconfig.json",
			"main/updatecheck.json",
			"v2.15.0/buildinfo.json",
			"v2.15.0/deployment-config-defaults.json",
			"v2.15.0/deployment-config.json",
			"v2.15.0/deployment-ssh.json",
			"v2.15.0/swagger-general.json",
			"variants/buildinfo-devel.json",
			"variants/buildinfo-workspace-proxy.json",
			"variants/csp-report-request.json",
			"variants/csp-report-response.json",
			"variants/error-400-validation.json",
			"variants/error-401-expired.json",
			"variants/error-401-invalid.json",
			"variants/error-401-suspended.json",
			"variants/error-401.json",
			"variants/error-403-before-v2.20.json",
			"variants/error-403.json",
			"variants/error-404-route.json",
			"variants/error-404.json",
			"variants/error-413-csp.json",
			"variants/error-429.json",
			"variants/error-500.json",
			"variants/experiments-none.json",
			"variants/stats-idle.json",
			"variants/stats-processing-400.json",
			"variants/tokenconfig-default-member.json",
			"variants/tokenconfig-default-owner.json",
			"variants/updatecheck-current.json",
			"variants/updatecheck-disabled.json",
		];
		assert.deepEqual(["main", "v2.15.0", "variants"].flatMap(fixtureNames), tested);
	});
});
