import assert from "node:assert/strict";
import { upgradeChecklist } from "../../../src/core/upgrade/checklist.ts";
import { releaseEdition } from "../../../src/core/upgrade/edition.ts";
import { upgradePlan } from "../../../src/core/upgrade/plan.ts";
import { configWith } from "../export/support/configs.ts";

const { options } = configWith(
	{ env: "CODER_IN_MEMORY", value: true, value_source: "flag" },
	{ env: "CODER_PG_CONNECTION_URL", value: "postgres://secret", value_source: "env" },
);

const name = "[Larkspur](https://evil.example)";
const linkTo = (id: string) => `vscode://link?id=${id}`;

describe("an upgrade's checklist", () => {
	const facts = { options, experiments: ["multi-organization"] };
	const plan = upgradePlan(name, "v2.15.0+190cd1c", releaseEdition(15), releaseEdition(35), facts);
	const text = upgradeChecklist(plan.sections, { ...plan, linkTo });

	it("lists what to do, in four sections", () => {
		assert.deepEqual(
			text.split("\n").filter((line) => line.startsWith("## ")),
			["## Before You Upgrade", "## Automatic Changes", "## New", "## After the Upgrade"],
		);
		assert.match(
			text,
			/- \[ \] \[In Memory Database\]\(vscode:\/\/link\?id=CODER_IN_MEMORY\) \(`CODER_IN_MEMORY`, \[Documentation\]\([^)]*\)\): The server won't start with the flag --in-memory\. Remove it\./,
		);
		assert.match(
			text,
			/- \[ \] `multi-organization`: Its feature no longer needs an experiment\. Remove it\./,
		);
		assert.match(text, /`CODER_AI_GATEWAY_ENABLED`[^\n]*: New, and on by default\./);
		assert.match(text, /## After the Upgrade\n\nNothing to do\./);
	});

	it("contains no value of the deployment, and no link from its name", () => {
		assert.doesNotMatch(text, /postgres:/);
		assert.doesNotMatch(text, /\]\(https:\/\/evil/);
	});
});
