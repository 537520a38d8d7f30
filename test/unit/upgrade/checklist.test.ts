import assert from "node:assert/strict";
import { upgradeChecklist } from "../../../src/core/upgrade/checklist.ts";
import { previewUpgrade } from "../../../src/core/upgrade/preview.ts";
import { configWith } from "../export/support/configs.ts";

const { options } = configWith(
	{ env: "CODER_IN_MEMORY", value: true, value_source: "flag" },
	{ env: "CODER_PG_CONNECTION_URL", value: "postgres://secret", value_source: "env" },
);

const facts = {
	name: "[Larkspur](https://evil.example)",
	version: "v2.15.0+190cd1c",
	linkTo: (id: string) => `vscode://link?id=${id}`,
};

describe("an upgrade's checklist", () => {
	const preview = previewUpgrade(15, 35, { options, experiments: ["multi-organization"] });
	const text = upgradeChecklist(preview, facts);

	it("says what to do, in four sections", () => {
		assert.deepEqual(
			text.split("\n").filter((line) => line.startsWith("## ")),
			["## Before You Upgrade", "## Changes Without Your Doing", "## New", "## After the Upgrade"],
		);
		assert.match(
			text,
			/- \[ \] \[In Memory Database\]\(vscode:\/\/link\?id=CODER_IN_MEMORY\) \(`CODER_IN_MEMORY`, \[Documentation\]\([^)]*\)\): Removed\. You set it by /,
		);
		assert.match(text, /- \[ \] `multi-organization`: This experiment ended/);
		assert.match(text, /`CODER_AI_GATEWAY_ENABLED`[^\n]*: New, and on by default\./);
		assert.match(text, /## After the Upgrade\n\nNothing to do\./);
	});

	it("has no value of the deployment, and no link that its name brings along", () => {
		assert.doesNotMatch(text, /postgres:/);
		assert.doesNotMatch(text, /\]\(https:\/\/evil/);
	});
});
