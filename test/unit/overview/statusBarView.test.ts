import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { FailureKind } from "../../../src/core/http/failure.ts";
import { statusBarView } from "../../../src/core/overview/statusBarView.ts";
import { allAttention } from "../../support/attention.ts";
import { failureOf, recorded, type Recording } from "../../support/recorded.ts";

const buildInfo = { body: { version: "v2.35.1+8b44bd6" } };
const release = (version: string) => `https://github.com/coder/coder/releases/tag/${version}`;
const check = (current: boolean, version: string, url = release(version)): Recording => ({
	buildInfo,
	updateCheck: { body: { current, version, url } },
});

const view = async (several: boolean, ...recordings: [Recording, ...Recording[]]) =>
	statusBarView(await recorded(...recordings), { several, attention: allAttention() });

describe("the status bar", () => {
	it("shows that the server is up to date", async () => {
		assert.deepEqual(await view(false, check(true, "v2.35.1")), {
			text: "$(server-environment) v2.35.1 $(pass)",
			spoken: "Coder coder.larkspur.example, v2.35.1, Up to date",
			facts: [
				"coder.larkspur.example",
				"https://coder.larkspur.example",
				"Signed in as mira.",
				"Version: v2.35.1+8b44bd6",
				"Update: Up to date",
			],
			insecure: false,
		});
	});

	it("shows that an update is available, and links to its notes", async () => {
		const shown = await view(false, check(false, "v2.36.0"));
		assert.equal(shown.text, "$(server-environment) v2.35.1 $(arrow-circle-up) v2.36.0");
		assert.equal(shown.spoken, "Coder coder.larkspur.example, v2.35.1, v2.36.0 is available");
		assert.equal(shown.releaseNotes, release("v2.36.0"));
	});

	it("shows that the server is ahead of the stable release", async () => {
		const shown = await view(false, check(true, "v2.34.2"));
		assert.equal(shown.text, "$(server-environment) v2.35.1 $(rocket)");
		assert.match(shown.spoken, /Newer than the stable release$/);
	});

	it("shortens a long name in the middle, but not in its hover and for screen readers", async () => {
		const deployment = await recorded(check(false, "v2.36.0"));
		const name = "Production of the Frankfurt data center, for all teams, cluster 4";
		deployment.saved = { ...deployment.saved, name };
		const shown = statusBarView(deployment, { several: true });
		assert.equal(
			shown.text,
			"$(server-environment) Production of the Frankfurt da…cluster 4 v2.35.1 $(arrow-circle-up) v2.36.0",
		);
		assert.equal(shown.facts[0], name);
		assert.ok(shown.spoken.includes(name));
	});

	it("claims nothing that wasn't checked or isn't known", async () => {
		for (const [recording, words] of [
			[
				check(true, "v2.35.1+8b44bd6", "https://github.com/coder/coder/commit/8b44bd6"),
				"Not checked",
			],
			[{ buildInfo }, "Unknown"],
		] as const) {
			const shown = await view(false, recording);
			assert.equal(shown.text, "$(server-environment) v2.35.1 $(question)");
			assert.equal(shown.spoken, `Coder coder.larkspur.example, v2.35.1, ${words}`);
		}
	});

	it("warns while the certificate isn't verified, and says why", async () => {
		const from = "coderDeployment.insecure";
		const shown = statusBarView(await recorded(check(true, "v2.35.1")), {
			several: false,
			insecureBecause: from,
			attention: allAttention(),
		});
		assert.equal(shown.text, "$(server-environment) v2.35.1 $(pass) $(unlock) not verified");
		assert.equal(shown.insecure, true);
		assert.match(
			shown.spoken,
			/Up to date\. The certificate is not verified because of the setting/,
		);
		assert.match(
			shown.facts.at(-1) ?? "",
			/is not verified because of the setting coderDeployment\.insecure/,
		);
	});

	it("doesn't show as up to date if the last check failed", async () => {
		const failed = { updateCheck: { failure: failureOf("serverError") } };
		const shown = await view(false, check(true, "v2.35.1"), failed);
		assert.equal(shown.text, "$(server-environment) v2.35.1 $(question)");
		assert.match(shown.spoken, /Up to date \(the last check failed\)$/);
		const available = await view(false, check(false, "v2.36.0"), failed);
		assert.equal(available.text, "$(server-environment) v2.35.1 $(arrow-circle-up) v2.36.0");
	});

	it("shows something before anything is known", async () => {
		const shown = await view(false, {});
		assert.equal(shown.text, "$(server-environment) Coder $(question)");
		assert.ok(shown.facts.includes("Version: unknown"));
	});

	it("shows that the deployment is unreachable, and keeps the version", async () => {
		const refused = failureOf("refused", { message: "HOST refused.", advice: "Check the port." });
		const shown = await view(false, check(false, "v2.36.0"), { buildInfo: { failure: refused } });
		assert.equal(shown.text, "$(server-environment) v2.35.1 $(debug-disconnect) offline");
		assert.equal(shown.spoken, "Coder coder.larkspur.example, v2.35.1, HOST refused.");
		assert.deepEqual(shown.facts.slice(4, 6), ["HOST refused.", "Check the port."]);
	});

	it("says if the route is the problem instead of the deployment", async () => {
		const words = async (kind: FailureKind): Promise<string> =>
			(await view(false, {}, { buildInfo: { failure: failureOf(kind) } })).text.replace(
				/^.*\) /,
				"",
			);
		assert.equal(await words("certificate"), "certificate problem");
		assert.equal(await words("clientCertificate"), "certificate problem");
		assert.equal(await words("proxyAuth"), "proxy problem");
		assert.equal(await words("settings"), "settings problem");
	});

	it("shows that the session ended, which takes precedence over being offline", async () => {
		const ended = failureOf("signedOut", { message: "It ended.", advice: "Sign in again." });
		const shown = await view(false, check(true, "v2.35.1"), {
			buildInfo: { failure: failureOf("timeout") },
			user: { failure: ended },
		});
		assert.equal(shown.text, "$(server-environment) v2.35.1 $(account) session ended");
		assert.equal(shown.spoken, "Coder coder.larkspur.example, v2.35.1, It ended.");
	});

	it("ignores sections that failed", async () => {
		const shown = await view(false, {
			...check(true, "v2.35.1"),
			deploymentConfig: { failure: failureOf("forbidden") },
			deploymentStats: { failure: failureOf("timeout") },
		});
		assert.equal(shown.text, "$(server-environment) v2.35.1 $(pass)");
	});

	it("names the deployment if there are several", async () => {
		const shown = await view(true, check(true, "v2.35.1"));
		assert.equal(shown.text, "$(server-environment) coder.larkspur.example v2.35.1 $(pass)");
	});

	it("draws no icons from a server's texts", async () => {
		const shown = await view(true, {
			buildInfo: { body: { version: "$(skull)" } },
			updateCheck: { body: { current: false, version: "$(bell)", url: "https://a.example" } },
		});
		assert.equal(shown.text.match(/\$\(/g)?.length, 2);
	});
});
