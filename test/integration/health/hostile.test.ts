import assert from "node:assert/strict";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import { escapeMarkdown } from "../../../src/core/base/markdown.ts";
import { messageText } from "../../../src/core/base/messageText.ts";
import { plainText } from "../../../src/core/base/plainText.ts";
import { runTool } from "../../../src/core/chatTools/runTool.ts";
import { healthWorse } from "../../../src/core/notifications/healthWorse.ts";
import { licenseEndsSoon } from "../../../src/core/notifications/licenseEndsSoon.ts";
import { describeSnapshot } from "../../../src/core/publicApi/describeDeployment.ts";
import { renderMarkdown } from "../../support/renderMarkdown.ts";
import { contextOf } from "../../unit/chatTools/support/toolBench.ts";
import { isWebUrl } from "../../../src/core/base/url.ts";
import type { EndpointId } from "../../../src/core/coder/model.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import type { Snapshot } from "../../../src/core/deployments/slot.ts";
import type { OutlineNode } from "../../../src/core/overview/node.ts";
import { outline } from "../../../src/core/overview/outline.ts";
import { hostileKinds, type HostileKind } from "../../sample-deployment/hostile/hostileTexts.ts";
import { startSampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { saved, recorded, recordedAt } from "../../support/recorded.ts";
import { slowMachine } from "../../support/slowMachine.ts";

const ids: readonly EndpointId[] = [
	"permissions",
	"health",
	"healthSettings",
	"entitlements",
	"licenses",
	"regions",
	"replicas",
	"provisionerDaemons",
	"provisionerQueue",
	"appearance",
];

/** Returns a row and everything below it. */
function all(node: OutlineNode): OutlineNode[] {
	return [node, ...(node.children ?? []).flatMap(all)];
}

type Values = Readonly<Partial<Record<EndpointId, unknown>>>;

/** Creates a deployment with these values. */
async function deploymentWith(values: Values): Promise<Deployment> {
	const empty = await recorded({});
	const slots = Object.entries(values).map(([id, value]) => [
		id,
		{ value, at: recordedAt, failures: 0, loading: false },
	]);
	const snapshot = { ...empty.snapshot, ...Object.fromEntries(slots) } as Snapshot;
	return {
		...empty,
		saved,
		snapshot,
		server: empty.server,
		refreshShared: () => Promise.resolve(),
	};
}

/** Returns the rows of a deployment with these values. */
async function rowsWith(values: Values): Promise<OutlineNode[]> {
	const deployment = await deploymentWith(values);
	return outline([deployment], deployment, recordedAt).flatMap(all);
}

/** Returns everything that can be wrong with a deployment, at once, in answers with hostile texts. */
async function hostileValues(kind: HostileKind): Promise<Values> {
	const sample = await startSampleDeployment({
		conditions: {
			troubles: ["accessUrl", "database", "proxy", "provisioners"],
			license: "ending",
			waitingJobs: 2,
			replicas: "apart",
			organizations: ["Larkspur", "Forge"],
			announcements: ["Maintenance"],
		},
	});
	try {
		sample.setHostility({ kind, foreignUrl: "https://evil.example" });
		const { client } = bench(sample.url, { token: sample.tokens.owner });
		const values: Partial<Record<EndpointId, unknown>> = {};
		for (const id of ids) {
			const reply = await client.get(id);
			if (reply.ok) values[id] = reply.value.value;
		}
		return values;
	} finally {
		await sample.close();
	}
}

describe("hostile answers about health, license, and infrastructure", function () {
	this.timeout(slowMachine);

	for (const kind of hostileKinds) {
		it(`become rows with unique IDs whose links lead to web pages (${kind})`, async () => {
			const values = await hostileValues(kind);
			// Answers with millions of spaces are rejected as a whole.
			const least = kind === "spaces" ? 1 : 8;
			assert.ok(Object.keys(values).length >= least, Object.keys(values).join());
			const rows = await rowsWith(values);
			assert.ok(rows.length > 10);
			assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
			for (const { url, label, command } of rows) {
				if (url !== undefined) assert.ok(isWebUrl(url), label);
				assert.match(command?.id ?? "coderDeployment.", /^coderDeployment\.|^workbench\./);
			}
			assert.equal(({} as Record<string, unknown>).polluted, undefined);
		});

		it(`never become links, images, or icons in hovers and notifications (${kind})`, async () => {
			const deployment = await deploymentWith(await hostileValues(kind));
			const rows = outline([deployment], deployment, recordedAt).flatMap(all);
			for (const { label, description = "", tooltip = [], spoken = "" } of rows) {
				const hover = [label, description, ...tooltip].map(escapeMarkdown).join("\n\n");
				const { links, images } = renderMarkdown(hover);
				assert.deepEqual([links, images], [[], 0], label);
				for (const text of [label, description, spoken])
					assert.doesNotMatch(plainText(text), /[\p{Bidi_Control}\p{Cc}]/u);
			}
			const looking = { deployment, now: recordedAt, wanted: 14, isWanted: () => true };
			for (const one of [healthWorse, licenseEndsSoon]) {
				const [first, ...others] = (await one.find(looking)) ?? [];
				if (!first) continue;
				const message = messageText(one.sentence(saved.name, [first, ...others], looking));
				assert.doesNotMatch(message, /\]\((?:command|https?|file):|\$\(|[\p{Bidi_Control}\p{Cc}]/u);
			}
		});

		it(`become bounded data for chats and other extensions (${kind})`, async () => {
			const deployment = await deploymentWith(await hostileValues(kind));
			const context = contextOf([deployment], { now: () => recordedAt });
			for (const tool of ["coderDeployment_getHealth", "coderDeployment_getLicense"] as const) {
				const text = await runTool(tool, {}, context);
				assert.ok(text.length <= 16_384, `${tool}: ${text.length}`);
				assert.doesNotMatch(text, /\p{Bidi_Control}|\\u001b/u);
			}
			const reported = JSON.stringify(describeSnapshot(deployment, deployment));
			assert.ok(!reported.includes("polluted"));
		});
	}

	it("become support links only if they're well-formed and lead to web pages", () => {
		const targets = [
			"javascript:alert(1)",
			"command:workbench.action.quit",
			"vscode://evil.example/x",
			"file:///etc/passwd",
			"//evil.example",
			"HTTPS://help.example",
			"",
		];
		const parsed = parseAnswer("appearance", {
			support_links: targets.map((target) => ({ name: "Help", target, icon: "x" })),
			announcement_banners: [
				{ enabled: false, message: "off" },
				{ enabled: true },
				{ enabled: true, message: " on " },
			],
		});
		assert.ok(parsed.ok);
		assert.deepEqual(
			parsed.value.supportLinks.map(({ url }) => url),
			["HTTPS://help.example"],
		);
		assert.deepEqual(parsed.value.announcements, ["on"]);
	});

	it("are bounded: endless messages, features, nodes, and banners are cut", async () => {
		const many = <T>(make: (index: number) => T): T[] =>
			Array.from({ length: 5000 }, (_, index) => make(index));
		const warnings = many((index) => ({ code: "EDB02", message: `slow ${index}` }));
		const health = parseAnswer("health", {
			database: { severity: "warning", warnings },
			access_url: { severity: "error", error: many((index) => `EACS03: ${index}`).join("\n") },
			derp: {
				severity: "error",
				regions: {
					1: { node_reports: many(() => ({ severity: "error", stun: { Error: "no" } })) },
				},
			},
		});
		const entitlements = parseAnswer("entitlements", {
			features: Object.fromEntries(
				many((index) => [`f${index}`, { enabled: true, entitlement: "entitled" }]),
			),
			warnings: many((index) => `w${index}`),
			errors: many((index) => `e${index}`),
		});
		const appearance = parseAnswer("appearance", {
			announcement_banners: many((index) => ({ enabled: true, message: `b${index}` })),
			support_links: many((index) => ({ name: "x", target: `https://${index}.example` })),
		});
		const regions = parseAnswer("regions", {
			regions: many((index) => ({ id: `r${index}`, name: "x", healthy: index !== 4000 })),
		});
		const replicas = parseAnswer(
			"replicas",
			many((index) => ({ id: `s${index}`, hostname: `h${index}` })),
		);
		const daemons = parseAnswer(
			"provisionerDaemons",
			many((index) => ({ id: `d${index}`, name: "x", version: "v2.35.1" })),
		);
		assert.ok(health.ok && entitlements.ok && appearance.ok);
		assert.ok(regions.ok && replicas.ok && daemons.ok);
		const rows = await rowsWith({
			regions: regions.value,
			replicas: replicas.value,
			provisionerDaemons: daemons.value,
			health: health.value,
			entitlements: entitlements.value,
			appearance: appearance.value,
		});
		assert.ok(rows.length < 760, String(rows.length));
		const texts = rows.map(({ label, description }) => `${label}: ${description ?? ""}`);
		assert.ok(texts.includes("Workspace Proxies: 1 of 5,000 unhealthy"), "all are counted");
		const proxies = rows.filter(({ id }) => /infrastructure\/proxies\/./.test(id));
		assert.match(proxies[0]?.id ?? "", /r4000$/);
		assert.equal(proxies.at(-1)?.label, "4,900 more");
	});

	it("lose credentials in their texts", () => {
		const secret = "EXAMPLE-hostile-secret";
		const leak = `Get https://admin:${secret}@db.example/: no route; Authorization: Bearer ${secret}`;
		const parsed = [
			parseAnswer("health", {
				access_url: { severity: "error", error: `EACS03: ${leak}` },
				database: { severity: "error", warnings: [{ code: "EDB01", message: leak }, leak] },
				derp: {
					severity: "error",
					regions: { 1: { node_reports: [{ severity: "error", client_errs: [[leak]] }] } },
				},
				workspace_proxy: {
					workspace_proxies: {
						regions: [{ id: "p", name: "p", status: { report: { errors: [leak] } } }],
					},
				},
			}),
			parseAnswer("entitlements", { features: null, warnings: [leak], errors: [leak] }),
			parseAnswer("replicas", [{ id: "r", error: leak }]),
			parseAnswer("regions", {
				regions: [{ id: "1", path_app_url: `https://u:${secret}@a.example` }],
			}),
			parseAnswer("buildInfo", {
				version: "v2.35.1",
				dashboard_url: `https://u:${secret}@a.example/x`,
			}),
		];
		for (const one of parsed) assert.ok(one.ok);
		assert.ok(!JSON.stringify(parsed).includes(secret), JSON.stringify(parsed));
		assert.ok(JSON.stringify(parsed).includes("db.example"), "hosts stay");
	});
});
