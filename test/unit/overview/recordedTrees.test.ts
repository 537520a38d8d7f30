import assert from "node:assert/strict";
import "../../support/stable.ts";
import { endpointIds, endpoints } from "../../../src/core/coder/endpoints.ts";
import type { Deployment, ListedDeployment } from "../../../src/core/deployments/deployment.ts";
import { deploymentItem } from "../../../src/core/overview/deploymentItem.ts";
import { outline, type OutlineFacts } from "../../../src/core/overview/outline.ts";
import { statusBarView } from "../../../src/core/overview/statusBarView.ts";
import { deploymentSummary } from "../../../src/core/overview/summary.ts";
import { allAttention } from "../../support/attention.ts";
import { assertGolden } from "../../support/golden.ts";
import { failureOf, recorded, recordedAt, saved } from "../../support/recorded.ts";
import { printRows } from "./support/printRows.ts";

const hour = 3_600_000;
const release = "https://github.com/coder/coder/releases/tag/v2.36.0";
const buildInfo = { body: { version: "v2.35.1+8b44bd6", dashboard_url: saved.url } };
const user = { body: { id: "1", username: "mira", roles: [] } };
const updateCheck = { body: { current: false, version: "v2.36.0", url: release } };
const permissions = { body: { health: true } };
const trouble = (severity: string, code: string) => ({
	severity,
	warnings: [{ code, message: "It is so." }],
});
const health = (database: string, derp: string) => ({
	body: {
		access_url: { severity: "ok" },
		database: trouble(database, "EDB01"),
		derp: trouble(derp, "EDERP01"),
	},
});

/** Deployments in states that their row, the status bar, and Quick Picks show. */
const states: Readonly<Record<string, () => Promise<Deployment>>> = {
	"nothing known": () => recorded({}),
	"all is well": () => recorded({ buildInfo, user }),
	"an update": () => recorded({ buildInfo, user, updateCheck }),
	"one health error": () =>
		recorded({ buildInfo, user, permissions, health: health("error", "warning") }),
	"two health warnings": () =>
		recorded({ buildInfo, user, permissions, health: health("warning", "warning") }),
	offline: () =>
		recorded(
			{ buildInfo, user, updateCheck, permissions, health: health("error", "warning") },
			{ buildInfo: { failure: failureOf("refused", { requestId: "r-1" }) } },
		),
	"offline from the start": () => recorded({ buildInfo: { failure: failureOf("timeout") } }),
	"a session that ended": () =>
		recorded({ buildInfo, user }, { user: { failure: failureOf("signedOut") } }),
	"a token that is missing": () =>
		recorded({ buildInfo, user: { failure: failureOf("signedOut", { tokenMissing: true }) } }),
	"parts that can't be read": () =>
		recorded({
			buildInfo,
			user,
			deploymentConfig: { failure: failureOf("forbidden") },
			deploymentStats: { failure: failureOf("forbidden", { action: "signIn" }) },
			licenses: { failure: failureOf("forbidden") },
		}),
	"a token without access": () =>
		recorded({
			buildInfo,
			...Object.fromEntries(
				endpointIds
					.filter((id) => endpoints[id].auth)
					.map((id) => [id, { failure: failureOf("forbidden") }]),
			),
		}),
	"options and experiments": () =>
		recorded({
			buildInfo,
			user,
			experiments: { body: ["oauth2", "gone"] },
			experimentsAvailable: { body: { safe: ["oauth2", "example"] } },
			deploymentConfig: {
				body: {
					options: [
						{ name: "A", env: "CODER_A", value: "a", value_source: "env" },
						{ name: "B", env: "CODER_B", value: "b", value_source: "default" },
						{ name: "C", env: "CODER_C", value: "c" },
						{ name: "D", env: "CODER_D", value: "d", value_source: "yaml" },
					],
				},
			},
		}),
	"no experiments": () => recorded({ buildInfo, user, experiments: { body: [] } }),
	"announcements and support": () =>
		recorded({
			buildInfo,
			user,
			appearance: {
				body: {
					application_name: "Larkspur",
					announcement_banners: [{ enabled: true, message: "Maintenance" }],
					support_links: [{ name: "Help", target: "https://help.example", icon: "chat" }],
				},
			},
		}),
};

/** Prints a deployment's tree, without the rows of its sections. */
function tree(
	listed: readonly ListedDeployment[],
	active: Deployment | undefined,
	facts: OutlineFacts = {},
): string {
	const nodes = outline(listed, active, recordedAt + hour, facts);
	const flat = nodes.map(({ children, ...node }) => ({
		...node,
		...(children && {
			children: children.map(({ children: rows, ...section }) => ({
				...section,
				...(rows && { children: rows.map(({ children: _below, ...row }) => row) }),
			})),
		}),
	}));
	return printRows(flat);
}

describe("deployments, as they were recorded", () => {
	for (const [title, make] of Object.entries(states)) {
		it(`have these rows and texts: ${title}`, async () => {
			const deployment = await make();
			const several = statusBarView(deployment, { several: true, attention: allAttention() });
			const insecure = statusBarView(deployment, {
				several: false,
				insecureBecause: "coder.insecure",
				attention: allAttention(),
				now: recordedAt,
			});
			const parts = [
				tree([deployment], deployment),
				JSON.stringify(deploymentItem(deployment), undefined, 2),
				JSON.stringify(several, undefined, 2),
				JSON.stringify(insecure, undefined, 2),
				deploymentSummary(deployment),
			];
			assertGolden(`tree-${title.replaceAll(/\W+/g, "-")}`, parts.join("\n\n"));
		});
	}

	it("have these rows if there are several, with all facts", async () => {
		const [first, second, third] = [
			await recorded({ buildInfo, user, updateCheck }),
			await recorded({ user }),
			await recorded({ buildInfo, user }, { buildInfo: { failure: failureOf("certificate") } }),
		];
		second.saved = { ...saved, key: "a/b%c", name: "Second", url: "https://second.example" };
		third.saved = { ...saved, key: "third", name: "Third" };
		const signedOut = {
			signedOut: true as const,
			key: "out/x",
			url: "https://out.example",
			name: "Out",
		};
		const text = tree([first, second, signedOut, third], first, {
			insecureBecause: (url) => (url === second.saved.url ? "coder.insecure" : undefined),
			mutedUpdates: (key) => (key === saved.key ? "*" : undefined),
			needs: (one) =>
				one === first ? [{ section: "findings", count: 2, words: "2 findings", severe: true }] : [],
			more: [
				({ saved: { key } }) => ({ id: `${key}/more`, label: "More", children: [] }),
				() => undefined,
				({ saved: { key } }, now) => ({
					id: `${key}/open`,
					label: "Open",
					description: String(now - recordedAt),
					expanded: true,
					children: [],
				}),
			],
		});
		assertGolden("tree-several", text);
	});

	it("don't say which one is active beside one that the user signed out of", async () => {
		const only = await recorded({ buildInfo, user });
		const signedOut = {
			signedOut: true as const,
			key: "out",
			url: "https://out.example",
			name: "x",
		};
		const [row] = outline([only, signedOut], only, recordedAt);
		assert.equal(row?.description, "v2.35.1 · mira");
	});
});
