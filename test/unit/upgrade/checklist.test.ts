import assert from "node:assert/strict";
import { upgradeChecklist } from "../../../src/core/upgrade/checklist.ts";
import { releaseEdition } from "../../../src/core/upgrade/edition.ts";
import type { UpgradeSection } from "../../../src/core/upgrade/lines.ts";
import { upgradePlan } from "../../../src/core/upgrade/plan.ts";
import { configWith } from "../export/support/configs.ts";

const { options } = configWith(
	{ env: "CODER_IN_MEMORY", value: true, value_source: "flag" },
	{ env: "CODER_PG_CONNECTION_URL", value: "postgres://secret", value_source: "env" },
);

const name = "[Larkspur](https://evil.example)";
const linkTo = (id: string) => `vscode://link?id=${id}`;

describe("an upgrade's checklist", () => {
	let text: string;
	before(() => {
		const facts = { options, experiments: ["multi-organization"] };
		const [from, to] = [releaseEdition(15), releaseEdition(35)];
		const plan = upgradePlan(name, "v2.15.0+190cd1c", from, to, facts);
		text = upgradeChecklist(plan.sections, { ...plan, linkTo });
	});

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

	it("has a heading for each group with a title, and boxes only for tasks", () => {
		const line = { id: "CODER_A", text: "", here: false };
		const sections: readonly UpgradeSection[] = [
			{
				time: "before",
				title: "Before *You* Upgrade",
				todo: true,
				groups: [
					{
						lines: [
							{
								...line,
								name: "Option A",
								text: "Set it.",
								here: true,
								docs: "https://a.example/d",
							},
							{ ...line, name: "Option *B*", text: "Remove *it*." },
							{ ...line, text: "Has no name.", here: true },
						],
					},
				],
			},
			{ time: "automatic", title: "Automatic Changes", todo: true, groups: [] },
			{
				time: "new",
				title: "New",
				todo: false,
				groups: [
					{ lines: [line] },
					{ title: "*Group*", lines: [{ ...line, docs: "https://a.example/d" }, line] },
				],
			},
		];
		assert.equal(
			upgradeChecklist(sections, { title: "Upgrade *a*", notes: ["One *note*.", "Two."], linkTo }),
			[
				String.raw`# Upgrade \*a\*`,
				String.raw`One \*note\*. Two. [How to upgrade](https://coder.com/docs/install/upgrade)`,
				String.raw`## Before \*You\* Upgrade`,
				[
					"- [ ] [Option A](vscode://link?id=CODER_A) (`CODER_A`, [Documentation](https://a.example/d)): Set it.",
					String.raw`- [ ] Option \*B\* (${"`CODER_A`"}): Remove \*it\*.`,
					"- [ ] `CODER_A`: Has no name.",
				].join("\n"),
				"## Automatic Changes",
				"Nothing to do.",
				"## New",
				"- `CODER_A`",
				String.raw`### \*Group\*`,
				"- `CODER_A` ([Documentation](https://a.example/d))\n- `CODER_A`",
				"",
			].join("\n\n"),
		);
	});

	it("contains no value of the deployment, and no link from its name", () => {
		assert.doesNotMatch(text, /postgres:/);
		assert.doesNotMatch(text, /\]\(https:\/\/evil/);
	});
});
