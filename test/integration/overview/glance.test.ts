import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import type { Finding, Findings } from "../../../src/core/findings/finding.ts";
import { needsOf } from "../../../src/core/deployments/attention.ts";
import { allAttention } from "../../support/attention.ts";
import type { OutlineNode } from "../../../src/core/overview/node.ts";
import { outline } from "../../../src/core/overview/outline.ts";
import { now, play, scenes, type SceneName } from "../../support/scenes.ts";
import { failureOf, recorded, saved } from "../../support/recorded.ts";
import { slowMachine } from "../../support/slowMachine.ts";

const high: Finding = {
	rule: "rule",
	severity: "high",
	title: "Something",
	meaning: "",
	value: "",
	advice: "",
	options: [],
};

/** Returns what a deployment shows first: the section's own text, then its rows. */
function glance(
	deployment: Deployment,
	findings: Findings = { shown: [], muted: [high] },
	isMuted = false,
): { readonly section: OutlineNode; readonly rows: readonly string[] } {
	const sources = allAttention(
		() => findings,
		() => isMuted,
	);
	const needs = (one: Deployment) => needsOf(one, sources, now);
	const [section] = outline([deployment], deployment, now, { needs })[0]?.children ?? [];
	assert.ok(section);
	const rows = (section.children ?? []).map(
		({ label, description }) => `${label}: ${description ?? ""}`,
	);
	return { section, rows };
}

const scene = async (name: SceneName): Promise<Deployment> => (await play(scenes[name])).store;

describe("At a Glance", function () {
	this.timeout(slowMachine);

	it("is first and expanded: the version and its update, SSH, and how long the session lasts", async () => {
		const { section, rows } = glance(await scene("owner-up-to-date"));
		assert.deepEqual(
			[section.label, section.description, section.tone],
			["At a Glance", "All good", "good"],
		);
		assert.equal(section.expanded, true);
		assert.deepEqual(rows, ["v2.35.1: Up to date", "Hosts: *.coder", "Token: 7 days left"]);
		assert.deepEqual(section.tooltip, ["Checked: updates, session, health, license, findings."]);
	});

	it("counts findings and updates unless they are muted, and opens them", async () => {
		const owner = await scene("owner-current");
		const both = glance(owner, { shown: [high, high], muted: [] });
		assert.equal(both.section.description, "3 to check");
		const [row] = both.section.children ?? [];
		assert.deepEqual(
			[row?.label, row?.description, row?.spoken],
			["2 findings", "high severity", "2 high-severity findings"],
		);
		assert.equal(both.section.tooltip?.[0], "3 things need your attention.");
		assert.equal(both.section.spoken, "At a Glance. 3 things need your attention.");
		assert.deepEqual(
			[row?.command?.id, row?.command?.arguments?.[1]],
			["coderDeployment.revealSection", "findings"],
		);
		assert.equal(glance(owner).section.description, "1 to check");
		const muted = glance(owner, undefined, true);
		assert.equal(muted.section.description, "All good");
		assert.match(muted.rows[0] ?? "", /v2\.36\.0 is available/, "that there is one stays visible");
	});

	it("counts health problems that weren't dismissed", async () => {
		const { section, rows } = glance(await scene("owner-sick"), undefined, true);
		assert.match(section.description ?? "", /^\d+ to check$/);
		assert.equal(section.tone, "bad");
		assert.match(rows[0] ?? "", /^1 health error: .+, and \d+ more$/);
		const row = section.children?.[0];
		assert.deepEqual(
			[row?.command?.id, row?.command?.arguments?.[1]],
			["coderDeployment.revealSection", "health"],
		);
	});

	it("names a single health problem", async () => {
		const slow = { severity: "warning", warnings: [{ code: "EDB02", message: "slow" }] };
		const deployment = await recorded({
			buildInfo: { body: { version: "v2.35.1", dashboard_url: saved.url } },
			permissions: { body: { health: true } },
			health: { body: { access_url: { severity: "ok" }, database: slow } },
		});
		assert.deepEqual(glance(deployment).rows[0], "1 health warning: The database is slow");
	});

	it("shows a member only what was checked", async () => {
		const { section, rows } = glance(await scene("member-current"), undefined, true);
		assert.equal(section.description, "All good");
		assert.deepEqual(section.tooltip, ["Checked: updates, session, license."]);
		assert.equal(rows.length, 3);
	});

	it("doesn't show as good what couldn't be requested, and offers a remedy once", async () => {
		const { section, rows } = glance(await scene("unreachable-later"), undefined, true);
		assert.equal(section.description, undefined);
		assert.match(rows[0] ?? "", /^Offline: .* refused the connection\.$/);
		assert.equal(section.children?.[0]?.command?.id, "coderDeployment.refresh");
		const ended = glance(await recorded({ user: { failure: failureOf("signedOut") } }));
		assert.equal(ended.section.description, "1 to check");
		assert.equal(ended.section.children?.[0]?.label, "Session ended");
	});
});
