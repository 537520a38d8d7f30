import assert from "node:assert/strict";
import "../../support/stable.ts";
import { readConfigFile } from "../../../src/core/comparison/readFile.ts";
import type { JsonObject, JsonValue } from "../../../src/core/base/json.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { optionsOf } from "./options.ts";

const duration = { annotations: { format_duration: "true" } };

const option = (name: string, value: JsonValue, more: JsonObject = {}): JsonObject => ({
	name,
	env: `CODER_${name.toUpperCase()}`,
	yaml: name.toLowerCase(),
	value,
	...more,
});

/** One option of each server type, some with the real variables that identify their types. */
const reference = optionsOf(
	option("OIDC_CLIENT_ID", ""),
	option("On", true),
	option("Count", 3),
	option("Time", 60_000_000_000, duration),
	option("Many", null),
	option("DOCS_URL", ""),
	option("PPROF_ADDRESS", "127.0.0.1:6060"),
	option("OIDC_GROUP_REGEX_FILTER", ".*"),
	option("Mode", { Choices: ["password", "awsiamrds"], Value: "password" }),
	option("WILDCARD_ACCESS_URL", ""),
	option("PROVISIONER_TYPES", ["terraform"]),
	option("PG_CONN_MAX_OPEN", 10),
	option("OIDC_GROUP_MAPPING", {}),
	option("OIDC_USER_ROLE_MAPPING", {}),
	option("SUPPORT_LINKS", null),
	{
		name: "External Auth Providers",
		flag: "external-auth-providers",
		yaml: "providers",
		value: null,
	},
	option("Strange", {}),
	option("Url", "", { group: { name: "N", yaml: "net" } }),
	option("Deep", "", {
		group: { name: "H", yaml: "http", parent: { name: "N", yaml: "net" } },
	}),
);

const read = (yaml: string, version?: string) =>
	readConfigFile(Buffer.from(yaml), reference, version);

interface Found {
	readonly value: JsonValue | undefined;
	readonly refused: boolean;
}

/** Returns what the reader finds for the single option that a file sets. */
async function find(yaml: string, key: string, version?: string): Promise<Found> {
	const { options, notes = [] } = await read(yaml, version);
	const found = options.find(({ yamlPath }) => yamlPath?.join(".") === key);
	assert.equal(found?.valueSource, "yaml", yaml);
	return { value: found.value, refused: notes.some((note) => note.includes("can't read")) };
}

/** Values that the server parses from the text after a key. */
const readings: readonly (readonly [key: string, text: string, value: JsonValue])[] = [
	...["0123456", "12e4567", "1.10", "0x1F", "1_000", "null", "~", "true", "2026-08-07", "a,b"].map(
		(text) => ["oidc_client_id", text, text] as const,
	),
	["oidc_client_id", '"quoted: text"', "quoted: text"],
	["oidc_client_id", "", ""],
	["oidc_client_id", "[]", ""],
	["oidc_client_id", "!!str 5", "5"],
	["oidc_client_id", "|\n  two\n  lines\n", "two\nlines\n"],
	["oidc_client_id", ">-\n  one\n  line\n", "one line"],
	...["1", "t", "T", "TRUE", "true", "True", "'true'", '"1"'].map(
		(text) => ["on", text, true] as const,
	),
	...["0", "f", "F", "FALSE", "false", "False", "", "[]"].map(
		(text) => ["on", text, false] as const,
	),
	["count", "7", 7],
	["count", '"7"', 7],
	["count", "+7", 7],
	["count", "-007", -7],
	["count", "9223372036854775807", 9223372036854775807n],
	["time", "1h30m", 5_400_000_000_000n],
	["time", ".5h", 1_800_000_000_000n],
	["time", "1.h", 3_600_000_000_000n],
	["time", "1.5s", 1_500_000_000n],
	["time", "5\u00b5s", 5000n],
	["time", "5\u03bcs", 5000n],
	["time", "5us", 5000n],
	["time", "-1m", -60_000_000_000n],
	["time", "0", 0n],
	["time", "+0", 0n],
	["time", "1d", 86_400_000_000_000n],
	["time", "1w", 604_800_000_000_000n],
	["many", "a.com,b.com", ["a.com", "b.com"]],
	["many", "'\"a,b\",c'", ["a,b", "c"]],
	["many", "a", ["a"]],
	["many", "null", ["null"]],
	["many", "", null],
	["many", "[]", null],
	["many", "[1, 0123, true, 1.10, null, x]", ["1", "0123", "true", "1.10", "x"]],
	["many", "[a, a b]", ["a", "a b"]],
	["docs_url", "", ""],
	["docs_url", "[]", ""],
	["docs_url", "HTTPS://docs.example/a?b#c", "https://docs.example/a?b#c"],
	["docs_url", "null", "null"],
	["pprof_address", "127.0.0.1:1", "127.0.0.1:1"],
	["pprof_address", ":6060", ":6060"],
	["pprof_address", "'[::1]:6060'", "[::1]:6060"],
	["oidc_group_regex_filter", "123", "123"],
	["oidc_group_regex_filter", "", ""],
	["mode", "awsiamrds", "awsiamrds"],
	["wildcard_access_url", "0123", "0123"],
	["wildcard_access_url", "null", ""],
	["provisioner_types", "[terraform, echo]", ["terraform", "echo"]],
	["pg_conn_max_open", "0x10", 16],
	["pg_conn_max_open", "9223372036854775807", 9223372036854775807n],
	["pg_conn_max_open", "", 0],
	["strange", "1", 1],
	["strange", "{a: [1, null]}", { a: [1, null] }],
	["strange", "[[a], {b: true}]", [["a"], { b: true }]],
	["oidc_group_mapping", "{a: 01, 2: null}", { a: "01", "2": "" }],
	["oidc_group_mapping", '{"a": "b"}', { a: "b" }],
	["oidc_group_mapping", "", {}],
	["oidc_user_role_mapping", "{a: [x, 1], b: []}", { a: ["x", "1"], b: [] }],
	...["text", "", "[]", "{}"].map((text) => ["support_links", text, null] as const),
	["support_links", "[{name: 1, target: x}]", [{ name: "1", target: "x" }]],
	[
		"providers",
		"[{id: 0123, no_refresh: yes, scopes: [a]}]",
		[{ id: "0123", no_refresh: true, scopes: ["a"] }],
	],
	["providers", "[{id: x, device_flow: false}]", [{ id: "x", device_flow: false }]],
	["providers", "[{id: x, client_secret: y, extra_token_keys: [z]}]", [{ id: "x" }]],
];

/** Values with which a server doesn't start. */
const refusals: readonly (readonly [key: string, text: string])[] = [
	["oidc_client_id", "[a]"],
	["oidc_client_id", "{a: b}"],
	["on", "yes"],
	["on", "null"],
	["on", "tRuE"],
	["on", "{}"],
	["count", ""],
	["count", "1.0"],
	["count", "1_000"],
	["count", "0x10"],
	["count", "9223372036854775808"],
	["count", "9".repeat(100_000)],
	["time", ""],
	["time", "5"],
	["time", "1 h"],
	["time", "."],
	["time", ".h"],
	["time", "1y"],
	["time", "300000000h"],
	["time", "9".repeat(100_000)],
	["time", "[1h]"],
	["many", "'a\"b'"],
	["many", "'\"a'"],
	["many", "{a: b}"],
	["many", "[[a]]"],
	["docs_url", "127.0.0.1:3000"],
	["docs_url", "'http://a b/'"],
	["docs_url", "'%zz'"],
	["pprof_address", '""'],
	["pprof_address", ""],
	["pprof_address", "null"],
	["pprof_address", "localhost"],
	["pprof_address", "a:1:2"],
	["mode", ""],
	["mode", "null"],
	["mode", "other"],
	["provisioner_types", "terraform,echo"],
	["pg_conn_max_open", '"10"'],
	["oidc_group_mapping", '\'{"a":"b"}\''],
	["oidc_group_mapping", "[a]"],
	["oidc_user_role_mapping", "{a: x}"],
	["support_links", "[text]"],
	["providers", "[{id: x, no_refresh: 1}]"],
];

describe("a value in a YAML file", () => {
	for (const [key, text, value] of readings) {
		it(`${key}: ${JSON.stringify(text)}`, async () => {
			const found = await find(`${key}: ${text}\n`, key, "v2.35.1+8b44bd6");
			assert.deepEqual(found, { value, refused: false });
		});
	}

	for (const [key, text] of refusals) {
		it(`${key}: ${JSON.stringify(text.slice(0, 20))} is rejected, as the server rejects it`, async () => {
			assert.equal((await find(`${key}: ${text}\n`, key)).refused, true);
		});
	}

	it("depends on the version if servers differ", async () => {
		for (const [key, text, version, refused] of [
			["time", "1d", "v2.15.0+190cd1c", true],
			["time", "1w", "v2.28.11+abcdef1", true],
			["time", "24h", "v2.15.0+190cd1c", false],
			["time", "1d", "v2.29.0+abcdef1", false],
			["mode", "Password", "v2.15.0+190cd1c", true],
			["mode", "Password", "v2.16.0+abcdef1", false],
		] as const) {
			assert.equal((await find(`${key}: ${text}`, key, version)).refused, refused, version);
		}
	});

	it("is listed if the server rejects it, and shown as written", async () => {
		const { options, notes } = await read("on: perhaps\nnet: {http: {deep: [x]}}");
		assert.deepEqual(notes?.slice(1), [
			"The server would reject this file because it can't read the value of on, net.http.deep.",
		]);
		assert.equal(options.find(({ yaml }) => yaml === "on")?.value, "perhaps");
	});
});

describe("a YAML file", () => {
	it("uses the last of repeated keys, and merges groups", async () => {
		const file = "count: 1\nnet: {url: a, http: {deep: b}}\ncount: 2\nnet:\n  url: c\n";
		const values = (await read(file)).options.filter(({ valueSource }) => valueSource === "yaml");
		assert.deepEqual(
			values.map(({ yaml, value }) => [yaml, value]),
			[
				["count", 2],
				["url", "c"],
				["deep", "b"],
			],
		);
	});

	it("reads keys with dots as paths", async () => {
		assert.equal((await find("net.http.deep: x", "net.http.deep")).value, "x");
		assert.equal((await find("net: {http.deep: x}", "net.http.deep")).value, "x");
	});

	it("can be a flow map or a JSON object", async () => {
		for (const file of [
			'{"net": {"url": "x"}}',
			"{net: {url: x}}",
			"{net: {url: x},} # comment\n",
			'{\n\t"net": {\n\t\t"url": "x"\n\t}\n}\n',
			"# comment\n---\n{net: {url: x}}\n",
		]) {
			assert.equal((await find(file, "net.url")).value, "x", file);
		}
	});

	it("can't use an alias for a string, as the server requires, but can use one inside a structure", async () => {
		const file = (more: string) => `docs_url: &a https://a\n${more}`;
		for (const key of ["oidc_client_id", "on", "count", "many"]) {
			assert.deepEqual(await find(file(`${key}: *a`), key), { value: null, refused: true }, key);
		}
		assert.equal(
			(await find(file("oidc_group_mapping: {x: *a}"), "oidc_group_mapping")).refused,
			false,
		);
		assert.deepEqual(
			(await find(file("oidc_group_mapping: {x: *a}"), "oidc_group_mapping")).value,
			{
				x: "https://a",
			},
		);
		assert.deepEqual((await find(file("many: [*a, b]"), "many")).value, ["https://a", "b"]);
		const merged = "oidc_group_mapping: &m {a: x, b: y}\nsupport_links: [{<<: *m, b: z}]";
		assert.deepEqual((await find(merged, "support_links")).value, [{ a: "x", b: "z" }]);
		// An alias's text is the anchor's name.
		assert.equal(
			(await find(file("oidc_group_regex_filter: *a"), "oidc_group_regex_filter")).value,
			"a",
		);
	});

	it("ignores a group that is an alias", async () => {
		const { options } = await read("count: 1\noidc_group_mapping: &n {url: x}\nnet: *n");
		assert.equal(options.find(({ yaml }) => yaml === "url")?.valueSource, undefined);
	});

	it("that is short but expands enormously is read quickly, or rejected with a reason", async () => {
		const many = Array.from({ length: 1000 }, (_, index) => `k${index}: x`).join(", ");
		await assert.rejects(
			() => read(`support_links:\n- &a {${many}}\n${"- *a\n".repeat(1000)}`),
			/too many YAML aliases/,
		);
		const laughter = Array.from({ length: 12 }, (_, index) => {
			const items =
				index === 0
					? "lol"
					: Array(10)
							.fill(`*a${index - 1}`)
							.join(", ");
			return `- &a${index} {x: [${items}]}`;
		}).join("\n");
		const { notes = [] } = await read(`count: 1\nunknown:\n${laughter}\n`);
		assert.match(String(notes[1]), /doesn't know unknown\./);
		const itself = await find("oidc_group_mapping: &a {x: *a}", "oidc_group_mapping");
		assert.equal(itself.refused, true);
	});

	it("with a key repeated 5,000 times has its last value", async function () {
		this.timeout(slowMachine);
		const twice = Array.from({ length: 5_000 }, (_, index) => `count: ${index}`).join("\n");
		assert.equal((await find(twice, "count")).value, 4_999);
	});

	it("loses its secrets, wherever they are", async () => {
		const secret = "EXAMPLE-client-secret";
		const file = `unknown: {client_secret: ${secret}}\noidc_client_id: ${secret}\nproviders: [{id: x, client_secret: ${secret}, display_name: ${secret}}]\n`;
		const text = JSON.stringify(await read(file));
		assert.ok(!text.includes(secret), text);
		assert.ok(text.includes('"id":"x"'));
	});

	it("doesn't show a secret elsewhere that is below a key that isn't an option", async () => {
		const secret = "EXAMPLE-client-secret";
		for (const unknown of [
			`net: {client_secret: ${secret}}`,
			`client_secret: ${secret}`,
			`use.client_secret: ${secret}`,
			`net: {a.b: {client_secret: ${secret}}}`,
		]) {
			const { options } = await read(`oidc_client_id: the ${secret}\n${unknown}\n`);
			assert.equal(options[0]?.valueSource, "yaml");
			assert.equal(options[0].value, "the ********", unknown);
		}
	});

	it("gives both names of one option the same value, that of the last name in order", async () => {
		const alias = (name: string, env: string, more: JsonObject = {}) => ({
			name,
			env,
			yaml: env.toLowerCase(),
			value: "",
			...more,
		});
		const both = optionsOf(
			alias("Email: From Address", "CODER_EMAIL_FROM"),
			alias("Notifications: Email: From Address", "CODER_NOTIFICATIONS_EMAIL_FROM", {
				use_instead: [{ name: "Email: From Address", env: "CODER_EMAIL_FROM" }],
			}),
		);
		const renamed = optionsOf(
			alias("AI Bridge Model", "CODER_AIBRIDGE_BEDROCK_MODEL", {
				use_instead: [{ name: "AI Gateway Model", env: "CODER_AI_GATEWAY_BEDROCK_MODEL" }],
			}),
			alias("AI Gateway Model", "CODER_AI_GATEWAY_BEDROCK_MODEL"),
		);
		for (const [reference, file, value] of [
			[both, "coder_email_from: a", "a"],
			[both, "coder_notifications_email_from: b", "b"],
			[both, "coder_notifications_email_from: b\ncoder_email_from: a", "b"],
			[renamed, "coder_ai_gateway_bedrock_model: b\ncoder_aibridge_bedrock_model: a", "b"],
		] as const) {
			const { options } = await readConfigFile(Buffer.from(file), reference);
			assert.deepEqual(
				options.map((one) => one.value),
				[value, value],
				file,
			);
		}
	});

	it("ignores the circuit breaker's numbers if only one of its two names sets them", async () => {
		const [old, current] = ["AIBRIDGE", "AI_GATEWAY"].map(
			(beginning) => `CODER_${beginning}_CIRCUIT_BREAKER_MAX_REQUESTS`,
		) as [string, string];
		const breaker = (env: string) => ({
			name: env,
			env,
			yaml: env.toLowerCase(),
			value: 3,
			default: "3",
		});
		const both = optionsOf(
			{ ...breaker(old), use_instead: [{ name: current, env: current }] },
			breaker(current),
			option("Count", 3),
		);
		for (const [file, value] of [
			[`count: 1\n${old.toLowerCase()}: 7`, 3n],
			[`count: 1\n${current.toLowerCase()}: 7`, 3n],
			[`${old.toLowerCase()}: 7\n${current.toLowerCase()}: 7`, 7],
		] as const) {
			const { options } = await readConfigFile(Buffer.from(file), both);
			assert.deepEqual(
				options.slice(0, 2).map((one) => one.value),
				[value, value],
			);
		}
	});
});
