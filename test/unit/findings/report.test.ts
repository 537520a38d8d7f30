import assert from "node:assert/strict";
import "../../support/stable.ts";
import { findingsOf } from "../../../src/core/findings/findingsOf.ts";
import type { Finding } from "../../../src/core/findings/finding.ts";
import { applyMuted } from "../../../src/core/findings/muting.ts";
import { findingsReport } from "../../../src/core/findings/report.ts";
import { markerSecrets, tokenMark } from "../../sample-deployment/server.ts";
import { saved, recordedAt } from "../../support/recorded.ts";
import { deploymentOf } from "./support/findingsAt.ts";
import { assertGolden } from "./support/golden.ts";

const head = { deployment: saved, version: "v2.35.1+8b44bd6", at: recordedAt };

describe("the findings report", () => {
	it("lists the sample company's findings (golden text)", async () => {
		const { snapshot } = await deploymentOf({
			company: true,
			experiments: ["oauth2", "workspace-usage", "mcp-server-http", "multi-organization"],
			safe: ["minimum-implicit-member"],
		});
		const findings = applyMuted(
			findingsOf(snapshot),
			{ [saved.url]: ["session-endless"], "*": ["owner-workspace-access"] },
			saved,
		);
		const report = findingsReport(head, findings);
		for (const secret of [...markerSecrets, tokenMark]) assert.ok(!report.includes(secret), secret);
		assert.ok(!report.includes(saved.account.username));
		assertGolden("sampleFindings.txt", report);
	});

	it("says so if there are none", () => {
		const report = findingsReport(
			{ deployment: saved, version: undefined, at: undefined },
			{ shown: [], muted: [] },
		);
		assert.equal(
			report,
			"# Findings for coder.larkspur.example\n\n- URL: <https://coder.larkspur.example>\n- Findings: None\n",
		);
	});

	it("escapes markup in the server's texts", () => {
		const evil = "a](javascript:x) **b** <img src=x>\n# c | `d`";
		const finding: Finding = {
			rule: "some-rule",
			severity: "high",
			title: evil,
			meaning: evil,
			value: evil,
			advice: evil,
			options: [evil],
		};
		const report = findingsReport(head, { shown: [finding], muted: [] });
		assert.ok(!/[^\\]<img/.test(report));
		assert.ok(!/[^\\]\*\*b/.test(report));
		assert.ok(!/[^\\]\]\(/.test(report));
		assert.deepEqual(report.match(/^#+ /gm), ["# ", "## ", "### "]);
	});
});
