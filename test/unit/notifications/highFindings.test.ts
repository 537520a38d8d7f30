import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { Findings } from "../../../src/core/findings/finding.ts";
import { failureOf } from "../../support/recorded.ts";
import { kindOf, ready, deploymentWith, looking } from "./support/kindBench.ts";

describe("the notification of high-severity findings", () => {
	const finding = (rule: string, severity: string) => ({
		rule,
		severity,
		options: ["CODER_A", "CODER_B"],
		title: `Title of ${rule}`,
	});
	const known = { deploymentConfig: ready({ options: [] }) };

	it("finds those with high severity, and remembers muted ones", async () => {
		const findings = {
			shown: [finding("a", "high"), finding("b", "warning")],
			muted: [finding("c", "high"), finding("d", "info")],
		} as unknown as Findings;
		const kind = kindOf("highFindings", { findings });
		assert.deepEqual(await kind.find(looking(deploymentWith(known))), [
			{ subject: "a CODER_A,CODER_B", words: "Title of a", quiet: false },
			{ subject: "c CODER_A,CODER_B", words: "Title of c", quiet: true },
		]);
	});

	it("waits until everything that rules need is known", async () => {
		const kind = kindOf("highFindings");
		assert.deepEqual(await kind.find(looking(deploymentWith(known))), []);
		const failure = failureOf("serverError");
		for (const slots of [
			{},
			{ deploymentConfig: { ...known.deploymentConfig, failure } },
			...kind.reads.map((id) => ({
				...known,
				[id]: { ...ready(id === "deploymentConfig" ? { options: [] } : undefined), loading: true },
			})),
		])
			assert.equal(await kind.find(looking(deploymentWith(slots))), undefined);
	});

	it("says how many there are", () => {
		const kind = kindOf("highFindings");
		const one = (words: string) => ({ subject: words, words });
		const context = looking(deploymentWith({}));
		assert.equal(
			kind.sentence("Larkspur", [one("A")], context),
			"New high-severity finding for Larkspur: A.",
		);
		assert.equal(
			kind.sentence("Larkspur", [one("A"), one("B")], context),
			"2 new high-severity findings for Larkspur: A, B.",
		);
	});
});
