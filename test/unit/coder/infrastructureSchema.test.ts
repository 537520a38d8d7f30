import assert from "node:assert/strict";
import type { JsonObject, JsonValue } from "../../../src/core/base/json.ts";
import type { Answers, EndpointId } from "../../../src/core/coder/model.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";

function read<K extends EndpointId>(id: K, body: JsonValue): Answers[K] {
	const parsed = parseAnswer(id, body);
	assert.ok(parsed.ok);
	return parsed.value;
}

describe("regions", () => {
	const regions = (...list: readonly JsonObject[]) => read("regions", { regions: list });

	it("have only what the server reports", () => {
		assert.deepEqual(
			regions(
				{
					id: "1",
					name: "primary",
					display_name: "Oslo",
					healthy: true,
					path_app_url: "https://oslo.example",
				},
				{ id: "2" },
				{ id: "3", name: "", display_name: "", path_app_url: "" },
			),
			[
				{
					id: "1",
					name: "primary",
					displayName: "Oslo",
					healthy: true,
					url: "https://oslo.example",
					holdsPassword: false,
				},
				{ id: "2", name: "2", healthy: false, holdsPassword: false },
				{ id: "3", name: "3", healthy: false, holdsPassword: false },
			],
		);
	});

	const longest = `https://oslo.example/${"x".repeat(7_979)}`;
	for (const [sent, url, holdsPassword] of [
		["https://mira:made-up@oslo.example/", "https://oslo.example", true],
		["https://:made-up@oslo.example/a/", "https://oslo.example/a", true],
		["https://mira@oslo.example", "https://oslo.example", false],
		["https://oslo.example/@a/", "https://oslo.example/@a", false],
		["https://oslo.example/", "https://oslo.example/", false],
		["oslo", "oslo", false],
		["mira@oslo", undefined, false],
		["//mira:made-up@oslo.example", undefined, false],
		[longest, longest, false],
		[`${longest}x`, undefined, false],
	] as const) {
		it(`have a URL without user name and password (${sent.slice(0, 40)})`, () => {
			const [region] = regions({ id: "1", path_app_url: sent });
			assert.deepEqual([region?.url, region?.holdsPassword], [url, holdsPassword]);
		});
	}
});

describe("replicas", () => {
	it("have their latency in ms, and an error only if there is one", () => {
		assert.deepEqual(
			read("replicas", [
				{
					id: "1",
					hostname: "coder-0",
					created_at: "2026-08-07T10:00:00Z",
					error: " dial https://mira:made-up@relay.example: refused\n",
					database_latency: 1500,
				},
				{ id: "2", hostname: "", error: "", created_at: "0001-01-01T00:00:00Z" },
				{ id: "3", database_latency: 0, created_at: "1970-01-01T00:00:00Z" },
			]),
			[
				{
					id: "1",
					hostname: "coder-0",
					startedAt: Date.parse("2026-08-07T10:00:00Z"),
					error: "dial https://mira:********@relay.example: refused",
					databaseLatencyMs: 1.5,
				},
				{ id: "2", hostname: "2" },
				{ id: "3", hostname: "3", databaseLatencyMs: 0 },
			],
		);
	});
});

describe("provisioners", () => {
	it("have only what the server reports", () => {
		assert.deepEqual(
			read("provisionerDaemons", [
				{
					id: "1",
					name: "builder",
					version: "v2.35.1",
					status: "idle",
					last_seen_at: "2026-08-07T10:00:00Z",
				},
				{ id: "2", name: "", version: "", status: "", last_seen_at: "soon" },
			]),
			[
				{
					id: "1",
					name: "builder",
					version: "v2.35.1",
					status: "idle",
					lastSeenAt: Date.parse("2026-08-07T10:00:00Z"),
				},
				{ id: "2", name: "2" },
			],
		);
	});

	it("have a queue that isn't negative", () => {
		assert.deepEqual(read("provisionerQueue", [{ queue_size: 3 }]), { waiting: 3 });
		assert.deepEqual(read("provisionerQueue", [{ queue_size: -1 }]), { waiting: 0 });
		assert.deepEqual(read("provisionerQueue", []), { waiting: 0 });
	});
});

describe("the appearance", () => {
	it("has the name, the documentation, active banners, and links", () => {
		assert.deepEqual(
			read("appearance", {
				application_name: "Acme Coder",
				docs_url: "https://docs.acme.example",
				announcement_banners: [
					{ enabled: true, message: " Maintenance at noon " },
					{ enabled: false, message: "Not active" },
					{ message: "Not active either" },
					{ enabled: true, message: "  " },
					{ enabled: true },
				],
				support_links: [
					{ name: "Help", target: "https://help.acme.example/?build={CODER_BUILD_INFO}&x=1" },
					{ name: "", target: "https://chat.acme.example" },
					{ name: "Script", target: "javascript:alert(1)" },
					{ name: "Nothing" },
				],
			}),
			{
				applicationName: "Acme Coder",
				docsUrl: "https://docs.acme.example",
				announcements: ["Maintenance at noon"],
				supportLinks: [
					{ name: "Help", url: "https://help.acme.example/?build=&x=1" },
					{ name: "https://chat.acme.example", url: "https://chat.acme.example" },
				],
			},
		);
	});

	it("has nothing that the server doesn't report or no browser opens", () => {
		const nothing = { announcements: [], supportLinks: [] };
		for (const body of [
			{ application_name: "" },
			{ docs_url: null },
			{ docs_url: "javascript:alert(1)" },
			{ docs_url: "docs" },
			{ announcement_banners: null },
			{ support_links: [] },
		] as const) {
			assert.deepEqual(read("appearance", body), nothing, JSON.stringify(body));
		}
	});

	it("has twenty banners and fifty links at most", () => {
		const numbers = Array.from({ length: 60 }, (_unused, index) => String(index));
		const { announcements, supportLinks } = read("appearance", {
			announcement_banners: numbers.map((message) => ({ enabled: true, message })),
			support_links: numbers.map((name) => ({ name, target: "https://help.acme.example" })),
		});
		assert.deepEqual(announcements, numbers.slice(0, 20));
		assert.deepEqual(
			supportLinks.map(({ name }) => name),
			numbers.slice(0, 50),
		);
	});
});
