import assert from "node:assert/strict";
import "../../support/stable.ts";
import { FindingsCache } from "../../../src/core/findings/findingsCache.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { findingsSection } from "../../../src/core/overview/findings.ts";
import type { OutlineNode } from "../../../src/core/overview/node.ts";
import { outline } from "../../../src/core/overview/outline.ts";
import { markerSecrets } from "../../sample-deployment/server.ts";
import { failureOf, saved, recorded, recordedAt } from "../../support/recorded.ts";
import { deploymentOf } from "./support/findingsAt.ts";
import { assertGolden } from "./support/golden.ts";

const findingsCache = new FindingsCache();

function sectionOf(deployment: Deployment, muted: unknown = {}): OutlineNode {
	return findingsSection(saved.key, deployment.snapshot, findingsCache.findings(deployment, muted));
}

/** Returns a row and those below it as in the tree. */
function drawn(node: OutlineNode, indent = ""): string {
	const { label, description, icon, tone } = node;
	const line = `${indent}[${icon ?? ""}${tone ? ` ${tone}` : ""}] ${label}${description ? ` — ${description}` : ""}`;
	return [line, ...(node.children ?? []).map((child) => drawn(child, `${indent}  `))].join("\n");
}

function every(node: OutlineNode): OutlineNode[] {
	return [node, ...(node.children ?? []).flatMap(every)];
}

describe("the findings in the tree", () => {
	it("are listed by severity, with muted ones counted (golden text)", async () => {
		const deployment = await deploymentOf({ company: true, flags: { CODER_PPROF_ENABLE: true } });
		const section = sectionOf(deployment, { "*": ["session-endless", "debug-logs"] });
		assertGolden("section.txt", `${drawn(section)}\n`);
	});

	it("have unique IDs and spoken labels, and open the panel at their option", async () => {
		const rows = every(sectionOf(await deploymentOf({ company: true })));
		assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
		const [section, ...findings] = rows;
		assert.deepEqual(section?.words, ["findings"]);
		for (const row of findings) {
			assert.ok(row.finding);
			assert.match(row.spoken ?? "", /^(High|Warning|Info): .*What to do: /);
			assert.ok(row.copy?.includes(row.label));
			assert.equal(row.command?.id, "coderDeployment.openConfiguration");
			assert.match(String(row.command.arguments?.[1]), /^@id:[A-Z]/);
			assert.ok(row.url?.startsWith("https://coder.com/docs/"));
			assert.ok(row.tooltip?.some((line) => line.startsWith("What to do: ")));
		}
	});

	it("contain no secret", async () => {
		const text = JSON.stringify(sectionOf(await deploymentOf({ company: true })));
		for (const secret of markerSecrets) assert.ok(!text.includes(secret), secret);
	});

	it("say so if there are none, or only muted ones", async () => {
		const deployment = await recorded({ deploymentConfig: { body: { options: [] } } });
		assert.equal(
			drawn(sectionOf(deployment)),
			"[shield] Findings — No findings\n  [pass good] No findings",
		);
		const one = await recorded({
			deploymentConfig: {
				body: { options: [{ name: "Swagger", env: "CODER_SWAGGER_ENABLE", value: true }] },
			},
		});
		assert.equal(sectionOf(one).description, "1 info");
		assert.equal(
			drawn(sectionOf(one, { [saved.name]: ["swagger-on"] })),
			[
				"[shield] Findings — No findings · 1 muted",
				"  [pass good] No findings",
				"  [bell-slash muted] 1 muted",
				"    [bell-slash muted] The API documentation is served",
			].join("\n"),
		);
	});

	it("can be unmuted where they were muted, each by its own row", async () => {
		const deployment = await deploymentOf({ company: true });
		const section = sectionOf(deployment, {
			"*": ["session-endless"],
			[saved.url]: ["debug-logs"],
		});
		const muted = section.children?.at(-1)?.children ?? [];
		assert.deepEqual(muted.map(({ mutedFinding }) => mutedFinding).toSorted(), [
			"debug-logs",
			"session-endless",
		]);
		for (const row of muted) assert.match(row.spoken ?? "", /^Muted: .+\. .+/);
	});

	it("color the section by the most severe one", async () => {
		assert.equal(sectionOf(await deploymentOf({ company: true })).tone, "bad");
	});

	it("don't show the state of an option with an inverted name", async () => {
		const one = await recorded({
			deploymentConfig: {
				body: {
					options: [
						{ name: "OIDC Issuer", env: "CODER_OIDC_ISSUER_URL", value: "https://id.example" },
						{ name: "OIDC Client", env: "CODER_OIDC_CLIENT_ID", value: "coder" },
						{ name: "Disable Password", env: "CODER_DISABLE_PASSWORD_AUTH", value: false },
					],
				},
			},
		});
		const row = every(sectionOf(one)).find(({ label }) =>
			label.startsWith("Password sign-in is on"),
		);
		assert.ok(row);
		assert.equal(row.description, undefined);
		assert.ok(row.tooltip?.includes("Value: CODER_DISABLE_PASSWORD_AUTH = Disabled"));
	});

	it("explain why the configuration can't be read", async () => {
		const deployment = await recorded({ deploymentConfig: { failure: failureOf("forbidden") } });
		const section = sectionOf(deployment);
		assert.equal(section.description, "Not permitted");
		assert.deepEqual(
			section.children?.map(({ label }) => label),
			["Not permitted"],
		);
	});

	it("are the last section of a deployment, and only appear if they can be drawn", async () => {
		const deployment = await deploymentOf({});
		const draw = (section: OutlineNode | undefined) =>
			outline([deployment], deployment, recordedAt, { more: [() => section] })[0]?.children?.at(-1)
				?.label;
		assert.equal(draw(undefined), "Infrastructure");
		assert.equal(draw(sectionOf(deployment)), "Findings");
	});

	it("are only computed again when an answer changes", async () => {
		const deployment = await deploymentOf({});
		const first = findingsCache.findings(deployment, {}).shown;
		assert.equal(findingsCache.findings(deployment, {}).shown[0], first[0]);
		const { snapshot } = deployment;
		const later = {
			...snapshot,
			buildInfo: { ...snapshot.buildInfo, value: { version: "v2.36.0", workspaceProxy: false } },
		};
		Object.defineProperty(deployment, "snapshot", { value: later });
		assert.notEqual(findingsCache.findings(deployment, {}).shown[0], first[0]);
	});
});
