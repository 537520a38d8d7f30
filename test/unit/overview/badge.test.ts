import assert from "node:assert/strict";
import "../../support/stable.ts";
import { badgeOf } from "../../../src/core/overview/badge.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { allAttention } from "../../support/attention.ts";
import type { Findings } from "../../../src/core/findings/finding.ts";
import type { Severity } from "../../../src/core/findings/severity.ts";
import { statusBarView } from "../../../src/core/overview/statusBarView.ts";
import { sessionSection } from "../../../src/core/overview/session.ts";
import { updateSection } from "../../../src/core/overview/update.ts";
import { failureOf, saved, recorded, recordedAt, type Recording } from "../../support/recorded.ts";

const hour = 3_600_000;
const update: Recording = {
	buildInfo: { body: { version: "v2.35.1+8b44bd6", external_url: "https://github.com/c" } },
	updateCheck: { body: { current: false, version: "v2.36.0", url: "https://github.com/r" } },
};
const user: Recording = { user: { body: { id: "1", username: "mira", roles: [] } } };
const ended: Recording = { user: { failure: failureOf("signedOut") } };
const endsSoon: Recording = {
	apiKey: {
		body: {
			id: "SampleOwnr",
			expires_at: new Date(recordedAt + 5 * hour).toISOString(),
			created_at: new Date(recordedAt - 160 * hour).toISOString(),
		},
	},
};

function findings(...severities: readonly Severity[]): Findings {
	const shown = severities.map((severity) => ({
		rule: "rule",
		severity,
		title: "Something",
		meaning: "",
		value: "",
		advice: "",
		options: [],
	}));
	return { shown, muted: shown };
}

interface Facts {
	readonly now: number;
	readonly findings: (deployment: Deployment) => Findings;
	readonly isMuted: (key: string, version: string) => boolean;
}

const parts = (more: Partial<Facts> = {}): Facts => ({
	now: recordedAt,
	findings: () => findings(),
	isMuted: () => false,
	...more,
});

const badge = (deployments: readonly Deployment[], { now, findings, isMuted }: Facts) =>
	badgeOf(deployments, allAttention(findings, isMuted), now);

describe("what needs attention", () => {
	it("is empty if there is nothing to do", async () => {
		assert.equal(badge([], parts()), undefined);
		const quiet = parts({ findings: () => findings("warning", "info") });
		assert.equal(badge([await recorded(user)], quiet), undefined);
	});

	it("is one number, explained for each deployment", async () => {
		const [production, staging, idle] = [
			await recorded(update),
			await recorded(update, ended),
			await recorded(user),
		];
		production.saved = { ...saved, name: "Production" };
		staging.saved = { ...saved, name: "Staging" };
		const counted = badge(
			[production, staging, idle],
			parts({
				findings: (deployment) =>
					deployment === production ? findings("high", "high", "info") : findings(),
			}),
		);
		assert.deepEqual(counted, {
			value: 5,
			tooltip: "Production: 1 update, 2 high-severity findings\nStaging: session ended, 1 update",
		});
	});

	it("counts an expiring token, but not in addition to an ended session", async () => {
		const soon = await recorded(endsSoon);
		assert.equal(badge([soon], parts())?.tooltip, "coder.larkspur.example: token expires soon");
		assert.equal(badge([soon], parts({ now: recordedAt - 40 * hour })), undefined);
		assert.equal(badge([await recorded(endsSoon, ended)], parts())?.value, 1);
	});

	it("doesn't count what is muted", async () => {
		const deployment = await recorded(update);
		const checked: string[] = [];
		const muted = parts({
			isMuted: (key, version) => {
				checked.push(`${key} ${version}`);
				return true;
			},
		});
		assert.equal(badge([deployment], muted), undefined);
		assert.deepEqual(checked, [`${saved.key} v2.36.0`]);
		const { muted: both } = findings("high");
		assert.equal(
			badge([deployment], { ...muted, findings: () => ({ shown: [], muted: both }) }),
			undefined,
		);
	});
});

describe("an expiring token", () => {
	it("is only shown in the section and in the status bar's hover", async () => {
		const deployment = await recorded(update, user, endsSoon);
		const { description } = sessionSection("key", deployment.snapshot, recordedAt);
		assert.equal(description, "mira · token expires soon");
		const { facts } = statusBarView(deployment, {
			several: false,
			attention: allAttention(),
			now: recordedAt,
		});
		assert.ok(facts.includes("Your token expires on Aug 7, 2026, 3:00 PM."));
		const early = statusBarView(deployment, {
			several: false,
			attention: allAttention(),
			now: recordedAt - 40 * hour,
		});
		assert.ok(!early.facts.some((fact) => fact.includes("token")));
	});
});

describe("muted update notifications", () => {
	it("are shown in the section, where they can be unmuted", async () => {
		const { snapshot } = await recorded(update);
		const row = (muted?: string) => updateSection("key", snapshot, muted);
		for (const [muted, what] of [
			["*", "all versions"],
			["v2.36.0", "v2.36.0"],
		] as const) {
			const section = row(muted);
			assert.deepEqual(section.words, ["updates", "updatesMuted"]);
			const last = section.children?.at(-1);
			assert.equal(last?.label, "Notifications muted");
			assert.equal(last.description, what);
			assert.deepEqual(last.command?.arguments, ["key"]);
		}
		for (const muted of [undefined, "v2.35.0"]) {
			assert.deepEqual(row(muted).words, ["updates"]);
			assert.ok(row(muted).children?.every(({ icon }) => icon !== "bell-slash"));
		}
	});
});

describe("health and license", () => {
	const trouble = (dismissed: boolean) => ({
		severity: "error",
		warnings: [{ code: "EDB01", message: "gone" }],
		dismissed,
	});
	const sick = (dismissed = false): Recording => ({
		buildInfo: {
			body: { version: "v2.35.1+8b44bd6", dashboard_url: "https://coder.larkspur.example" },
		},
		permissions: { body: { health: true, licenses: true } },
		health: { body: { access_url: { severity: "ok" }, database: trouble(dismissed) } },
	});
	const ending: Recording = {
		permissions: { body: { licenses: true } },
		entitlements: { body: { features: {}, has_license: true } },
		licenses: { body: [{ id: 1, claims: { license_expires: recordedAt / 1000 + 86_400 } }] },
	};

	it("are counted unless they were dismissed", async () => {
		const of = async (...recordings: [Recording, ...Recording[]]) =>
			badge([await recorded(...recordings)], parts())?.tooltip;
		assert.match((await of(sick())) ?? "", /: 1 health error$/);
		assert.equal(await of(sick(true)), undefined);
		assert.match((await of(ending)) ?? "", /: license ends soon$/);
	});

	it("are shown in the status bar, with the affected part in its hover", async () => {
		const view = statusBarView(await recorded(sick()), {
			several: false,
			attention: allAttention(),
		});
		assert.match(view.text, /\$\(error\) 1 health error$/);
		assert.match(view.spoken, /1 health error/);
		assert.ok(view.facts.includes("Database: The database doesn't respond"), view.facts.join());
		const quiet = statusBarView(await recorded(sick(true)), { several: false });
		assert.doesNotMatch(quiet.text, /health/);
	});
});
