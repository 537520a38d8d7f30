import assert from "node:assert/strict";
import "../../support/stable.ts";
import { escapeMarkdown } from "../../../src/core/base/markdown.ts";
import { deploymentSummary } from "../../../src/core/overview/summary.ts";
import { startSampleDeployment, secretMark, tokenMark } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { plainSpaces } from "../../support/plainSpaces.ts";
import { saved, recorded } from "../../support/recorded.ts";
import { slowMachine } from "../../support/slowMachine.ts";

describe("the summary for bug reports", function () {
	this.timeout(slowMachine);

	it("has a table of what is known", async () => {
		const option = (env: string, value_source?: string) => ({
			env,
			name: env,
			...(value_source !== undefined && { value_source }),
		});
		const deployment = await recorded({
			buildInfo: {
				body: {
					version: "v2.35.1+8b44bd6",
					external_url: "https://github.com/coder/coder/commit/8b44bd6",
					deployment_id: saved.key,
					agent_api_version: "1.0",
					provisioner_api_version: "1.18",
				},
			},
			updateCheck: { body: { current: false, version: "v2.36.0", url: "https://a.example" } },
			experiments: { body: ["oauth2", "shared-ports"] },
			experimentsAvailable: { body: { safe: ["minimum-implicit-member"] } },
			deploymentConfig: {
				body: { options: [option("A", "env"), option("B", "default"), option("C")] },
			},
		});
		assert.equal(
			plainSpaces(deploymentSummary(deployment)).replaceAll("\\", ""),
			`| Coder deployment | |
| --- | --- |
| URL | <https://coder.larkspur.example> |
| Version | v2.35.1+8b44bd6 |
| Source | <https://github.com/coder/coder/commit/8b44bd6> |
| Deployment ID | 0d3cd1a5-0a6b-4e0e-9c66-3a4b8e2f7c11 |
| Update | v2.36.0 is available |
| Agent API version | 1.0 |
| Provisioner API version | 1.18 |
| Experiments | oauth2, shared-ports |
| Options set | 1 of 3 |
| Read | Aug 7, 2026, 10:00 AM |
`,
		);
	});

	it("says what isn't known", async () => {
		const summary = deploymentSummary(await recorded({}));
		assert.equal(summary.match(/\| Unknown \|/g)?.length, 9);
	});

	it("contains no account, secret, or token, even of a deployment that leaks them", async () => {
		const sample = await startSampleDeployment();
		try {
			const { store } = bench(sample.url, { token: sample.tokens.owner });
			await store.refresh();
			const summary = deploymentSummary(store);
			assert.match(summary, /v2\\?\.35/);
			for (const word of [
				"mira",
				"Mira",
				"6b0c6a5e",
				"larkspur.example\\|",
				secretMark,
				tokenMark,
			]) {
				assert.ok(!summary.includes(word), word);
			}
			assert.ok(!summary.includes("SampleOwnr"));
		} finally {
			await sample.close();
		}
	});

	it("remains a table whatever servers send", async () => {
		const summary = deploymentSummary(
			await recorded({
				buildInfo: { body: { version: "v1|2\n\n<b>*x*</b> [a](b) `c` $(d) \r\n# e" } },
			}),
		);
		const lines = summary.trimEnd().split("\n");
		assert.equal(lines.length, 12);
		for (const line of lines) assert.match(line, /^\| .* \|$|^\| --- \| --- \|$/);
		// The two addresses are links on purpose.
		assert.ok(!/[^\\][<*`[]/.test(summary.replace(/<https:[^\s<>]*>/g, "")));
	});
});

describe("text in Markdown", function () {
	this.timeout(slowMachine);

	it("is literal", () => {
		assert.equal(escapeMarkdown("plain text, 1.5 %"), "plain text, 1.5 %");
		assert.equal(escapeMarkdown("a|b"), "a\\|b");
		assert.equal(escapeMarkdown("one\n two\r\nthree"), "one two three");
		for (const sign of "\\`*_{}[]()<>#+!|~$") assert.equal(escapeMarkdown(sign), `\\${sign}`);
	});
});
