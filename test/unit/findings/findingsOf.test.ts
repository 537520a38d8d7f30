import assert from "node:assert/strict";
import "../../support/stable.ts";
import { findingsOf } from "../../../src/core/findings/findingsOf.ts";
import { markerSecrets } from "../../sample-deployment/server.ts";
import { fixtureJson, fixtureText, needFixtures } from "../../support/fixtures.ts";
import { failureOf, recorded } from "../../support/recorded.ts";
import { findingsAt, deploymentOf } from "./support/findingsAt.ts";

/** The findings for a newly started, unconfigured server. */
const onDefaults = [
	"info wildcard-url-missing",
	"info owner-workspace-access",
	"info token-lifetime-endless",
	"info session-endless",
	"info database-built-in",
	"info telemetry-on",
];

const brief = (findings: Awaited<ReturnType<typeof findingsAt>>) =>
	findings.map(({ severity, rule }) => `${severity} ${rule}`);

describe("the findings of a deployment", () => {
	for (const version of ["old", "current", "next"] as const) {
		it(`are only recommendations for a new server (${version})`, async () => {
			assert.deepEqual(brief(await findingsAt({ version })), onDefaults);
		});
	}

	it("don't blame a server for being too old to report sources or for lacking an option", async () => {
		const rules = brief(await findingsAt({ version: "ancient" }));
		for (const rule of rules) assert.ok(onDefaults.includes(rule), rule);
	});

	it("are ordered by severity", async () => {
		const found = await findingsAt({ company: true });
		const order = found.map(({ severity }) => ["high", "warning", "info"].indexOf(severity));
		assert.deepEqual(order, order.toSorted());
	});

	it("refer to existing options", async () => {
		const { snapshot } = await deploymentOf({ company: true });
		const ids = new Set(snapshot.deploymentConfig.value?.options.map(({ id }) => id));
		const named = findingsOf(snapshot).flatMap(({ options }) => options);
		assert.ok(named.length > 20);
		for (const id of named) assert.ok(ids.has(id), id);
	});

	it("distinguish a deprecated name from its replacement if the server does (before v2.18)", async () => {
		const server = { version: "old", env: { CODER_ADDRESS: "0.0.0.0:3000" } } as const;
		const [finding] = (await findingsAt(server)).filter(({ rule }) => rule === "deprecated-option");
		assert.equal(finding?.advice, "Use CODER_HTTP_ADDRESS, CODER_TLS_ADDRESS instead.");
	});

	it("are empty while the configuration can't be read or hasn't been read yet", async () => {
		const forbidden = await recorded({ deploymentConfig: { failure: failureOf("forbidden") } });
		assert.deepEqual(findingsOf(forbidden.snapshot), []);
		const unread = await recorded({ experiments: { body: ["gone"] } });
		assert.deepEqual(findingsOf(unread.snapshot), []);
	});

	it("are cleared when the configuration can no longer be read", async () => {
		const { body } = { body: { options: [{ name: "A", env: "CODER_PPROF_ENABLE", value: true }] } };
		const before = await recorded({ deploymentConfig: { body } });
		assert.equal(findingsOf(before.snapshot).length, 1);
		const after = await recorded(
			{ deploymentConfig: { body } },
			{ deploymentConfig: { failure: failureOf("forbidden") } },
		);
		assert.deepEqual(findingsOf(after.snapshot), []);
	});

	it("contain no secret", async () => {
		const text = JSON.stringify(await findingsAt({ company: true }));
		for (const secret of markerSecrets) assert.ok(!text.includes(secret), secret);
		assert.ok(text.includes("password-in-url"));
	});

	describe("with recorded servers", () => {
		before(function () {
			needFixtures(this);
		});

		for (const version of ["main", "v2.15.0"]) {
			const deployment = (config: string) =>
				recorded({
					deploymentConfig: { body: fixtureJson(`${version}/${config}.json`) },
					buildInfo: { body: fixtureJson(`${version}/buildinfo.json`) },
				});

			it(`are only recommendations if nothing is configured (${version})`, async () => {
				const { snapshot } = await deployment("deployment-config-defaults");
				assert.deepEqual(brief(findingsOf(snapshot)), onDefaults);
			});

			it(`contain no leaked secret, and none of Coder's descriptions (${version})`, async () => {
				const { snapshot } = await deployment("deployment-config");
				const text = JSON.stringify(findingsOf(snapshot));
				assert.ok(!text.includes("EXAMPLE-smtp-password"));
				const descriptions = snapshot.deploymentConfig.value?.options.flatMap(({ description }) =>
					description.split(/(?<=\.)\s+/).filter((one) => one.length > 20),
				);
				for (const sentence of descriptions ?? []) assert.ok(!text.includes(sentence), sentence);
			});
		}

		it("show what is wrong in a plausible production deployment", async () => {
			assert.ok(fixtureText("main/deployment-config.json").length > 0);
			const { snapshot } = await recorded({
				deploymentConfig: { body: fixtureJson("main/deployment-config.json") },
				buildInfo: { body: fixtureJson("main/buildinfo.json") },
				experiments: { body: fixtureJson("main/experiments.json") },
				experimentsAvailable: { body: fixtureJson("main/experiments-available.json") },
			});
			assert.deepEqual(brief(findingsOf(snapshot)), [
				"high dangerous-path-app-sharing",
				"warning path-apps-on",
				"warning email-unencrypted",
				"warning prometheus-everywhere",
				"warning experiments-unknown",
				"warning deprecated-option",
				"info owner-workspace-access",
				"info host-prefix-cookie-off",
				"info provisioner-psk",
				"info session-endless",
				"info ssh-agent-forwarded",
				"info debug-logs",
				"info deprecated-option-perhaps",
			]);
		});
	});
});
