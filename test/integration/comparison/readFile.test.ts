import assert from "node:assert/strict";
import "../../support/stable.ts";
import { changeRows } from "../../../src/core/comparison/changeRow.ts";
import { compareOptions } from "../../../src/core/comparison/compare.ts";
import { bundleLimits } from "../../../src/core/comparison/readBundle.ts";
import { readConfigFile } from "../../../src/core/comparison/readFile.ts";
import { UnreadableFile, type UnreadableReason } from "../../../src/core/comparison/unreadable.ts";
import { formatJson } from "../../../src/core/base/json.ts";
import { markerSecrets, startSampleDeployment } from "../../sample-deployment/server.ts";
import { fixtureJson, fixtureText, needFixtures } from "../../support/fixtures.ts";
import { optionsIn, optionsOf, textOption } from "../../unit/comparison/options.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { zip, type ZipEntry } from "../../support/zip.ts";

const config = JSON.stringify({ options: [textOption("CODER_A", "x")] });
const configEntry: ZipEntry = { name: "deployment/config.json", data: config };

const read = (content: Buffer | string, reference = optionsOf(textOption("CODER_A", "x"))) =>
	readConfigFile(typeof content === "string" ? Buffer.from(content) : content, reference);

async function refused(content: Buffer | string, reason: UnreadableReason, sentence: RegExp) {
	await assert.rejects(
		() => read(content),
		(error) => {
			assert.ok(error instanceof UnreadableFile, String(error));
			assert.equal(error.reason, reason, error.message);
			assert.match(error.message, sentence);
			return true;
		},
	);
}

describe("the support bundle reader", () => {
	it("reads configuration and version, and none of the other entries", async () => {
		const bundle = zip([
			{ name: "workspace/template_file.zip", data: zip([{ ...configEntry, data: "{}" }]) },
			{ name: "deployment/buildinfo.json", data: '{"version":"v2.35.1+8b44bd6"}' },
			configEntry,
			{ name: "logs.txt", data: "hello" },
		]);
		const { options, version } = await read(bundle);
		assert.deepEqual(
			options.map(({ id }) => id),
			["CODER_A"],
		);
		assert.equal(version, "v2.35.1+8b44bd6");
	});

	it("ignores an entry of that name in a nested archive", async () => {
		const inner = zip([{ name: "deployment/config.json", data: '{"options":[]}' }]);
		const bundle = zip([{ name: "workspace/template_file.zip", data: inner }, configEntry]);
		assert.equal((await read(bundle)).options.length, 1);
	});

	it("reads a bundle with missing or damaged build information", async () => {
		const damaged = { name: "deployment/buildinfo.json", data: "{" };
		assert.equal((await read(zip([configEntry]))).version, undefined);
		assert.equal((await read(zip([damaged, configEntry]))).version, undefined);
	});

	it("uses the first of several entries with the same name", async () => {
		const later = { ...configEntry, data: JSON.stringify({ options: [textOption("B", "x")] }) };
		const { options } = await read(zip([configEntry, later]));
		assert.equal(options[0]?.id, "CODER_A");
	});

	it("skips a byte order mark, and no other one", async () => {
		for (const mark of ["", "\uFEFF"]) {
			const data = mark + JSON.stringify({ options: [textOption("CODER_A", "\uFEFFx")] });
			const found = await read(zip([{ ...configEntry, data }]));
			assert.equal(found.options[0]?.value, "\uFEFFx");
			assert.ok(!("version" in found));
		}
	});

	it("reports an archive that isn't Coder's", async () => {
		await refused(
			zip([{ name: "readme.txt", data: "hello" }]),
			"noEntry",
			/no deployment\/config.json/,
		);
		await refused(zip([]), "noEntry", /support bundle/);
	});

	it("reports an entry whose content doesn't match its name", async () => {
		await refused(zip([{ ...configEntry, data: "hello" }]), "damaged", /isn't valid JSON/);
		await refused(
			zip([{ ...configEntry, data: "null" }]),
			"notCoder",
			/isn't a Coder deployment's configuration/,
		);
		await refused(zip([{ ...configEntry, data: '{"options":{}}' }]), "notCoder", /at options/);
		await refused(zip([{ ...configEntry, data: '{"options":[]}' }]), "notCoder", /no options/);
	});

	it("rejects names that lead out of the archive", async () => {
		for (const name of ["../config.json", "/etc/passwd", "C:/x", "a/../../b"]) {
			await refused(zip([{ name, data: "x" }, configEntry]), "damaged", /damaged/);
		}
	});

	it("reports a truncated archive, wherever it ends", async () => {
		const whole = zip([configEntry]);
		for (const length of [2, 4, 30, 60, whole.length - 30, whole.length - 1]) {
			await refused(whole.subarray(0, length), "damaged", /damaged/);
		}
	});

	it("detects changed bytes", async () => {
		await refused(zip([{ ...configEntry, claimedCrc: 1 }]), "damaged", /checksum/);
		const whole = zip([configEntry]);
		const place = configEntry.name.length + 40;
		whole.writeUInt8(whole.readUInt8(place) ^ 0xff, place);
		await refused(whole, "damaged", /damaged/);
	});

	it("has a sentence for every byte that can be wrong", async () => {
		const whole = zip([configEntry]);
		for (let place = 2; place < whole.length; place++) {
			const broken = Buffer.from(whole);
			broken.writeUInt8(whole.readUInt8(place) ^ 0xff, place);
			await read(broken).catch((error: unknown) => {
				assert.ok(error instanceof UnreadableFile, `byte ${place}: ${String(error)}`);
			});
		}
	});

	it("reports that an archive requires a password", async () => {
		await refused(zip([{ ...configEntry, encrypted: true }]), "damaged", /password/);
	});

	it("doesn't inflate an entry whose declared size is too large", async () => {
		const bomb = zip([{ ...configEntry, claimedSize: bundleLimits.entryBytes + 1 }]);
		await refused(bomb, "tooLarge", /16 MB/);
		const smaller = zip([{ ...configEntry, claimedSize: bundleLimits.entryBytes }]);
		await refused(smaller, "damaged", /can't be read/);
	});

	it("stops inflating a zip bomb that declares a false size", async () => {
		const zeros = Buffer.alloc(400_000_000);
		const bomb = zip([{ name: configEntry.name, data: zeros, claimedSize: 1000, claimedCrc: 0 }]);
		assert.ok(bomb.length < 1_000_000, "the bomb is small");
		const before = process.memoryUsage().rss;
		await refused(bomb, "damaged", /damaged/);
		assert.ok(process.memoryUsage().rss - before < 100_000_000, "it took little memory");
	}).timeout(60_000);

	it("rejects an archive with too many entries", async function () {
		this.timeout(slowMachine);
		const many = Array.from({ length: bundleLimits.entries + 1 }, (_, index) => ({
			name: `logs/${index}.txt`,
			data: "",
		}));
		await refused(zip([configEntry, ...many]), "tooLarge", /10,002 entries/);
	});

	it("rejects an archive that declares too many entries, or more than it has", async () => {
		await refused(zip([configEntry], bundleLimits.entries + 1), "tooLarge", /10,001 entries/);
		for (const entries of [2, bundleLimits.entries])
			await refused(zip([configEntry], entries), "damaged", /damaged/);
	});

	it("rejects a file that's too large for a bundle", async () => {
		const large = Buffer.alloc(bundleLimits.archiveBytes + 1);
		large.write("PK");
		await refused(large, "tooLarge", /256 MB/);
		await refused(large.subarray(0, -1), "damaged", /damaged/);
	});

	it("drops a bundle's secrets, including those that servers leak", async function () {
		needFixtures(this);
		const body = fixtureText("main/deployment-config.json");
		assert.ok(body.includes("EXAMPLE-smtp-password"));
		const { options } = await read(zip([{ ...configEntry, data: body }]));
		assert.equal(options.length, 292);
		assert.ok(!JSON.stringify(options).includes("EXAMPLE-smtp-password"));
	});

	it("drops the sample deployment's secrets from options and rows", async () => {
		const sample = await startSampleDeployment();
		const answer = await fetch(`${sample.url}/api/v2/deployment/config`, {
			headers: { "Coder-Session-Token": sample.tokens.owner },
		});
		const body = await answer.text();
		await sample.close();
		const { options } = await read(zip([{ ...configEntry, data: body }]));
		const rows = changeRows(compareOptions(optionsOf(textOption("CODER_A", "x")), options));
		const shown = JSON.stringify([options, rows]);
		assert.ok(options.length > 200);
		for (const secret of markerSecrets) assert.ok(!shown.includes(secret), secret);
	});
});

describe("the JSON file reader", () => {
	it("reads an answer of the server, with or without a byte order mark", async () => {
		assert.equal((await read(config)).options.length, 1);
		assert.equal((await read(`\uFEFF\n ${config}`)).options.length, 1);
	});

	it("reads the extension's JSON document and returns the same options", async function () {
		needFixtures(this);
		const body = fixtureJson("main/deployment-config.json");
		const { options } = await read(formatJson(body));
		assert.deepEqual(compareOptions(optionsIn(body), options), []);
	});

	it("isn't misled by an option that is called like something in an answer", async () => {
		const named = optionsOf({ name: "Name", env: "CODER_NAME", yaml: "name", value: "" });
		const options = [textOption("CODER_A", "x")];
		const ids = async (file: object): Promise<readonly string[]> =>
			(await read(JSON.stringify(file), named)).options.map(({ id }) => id);
		assert.deepEqual(await ids({ name: "x" }), ["CODER_NAME"]);
		assert.deepEqual(await ids({ name: "x", options }), ["CODER_A"]);
		assert.deepEqual(await ids({ name: "x", config: {}, options }), ["CODER_A"]);
		await assert.rejects(ids({ name: "x", config: {} }), { reason: "notCoder" });
	});

	it("reports what is wrong", async () => {
		await refused("{", "damaged", /isn't valid JSON/);
		await refused(`{"n": ${"1".repeat(1001)}}`, "notCoder", /more than 1,000 digits/);
		await refused('{"token":"secret"}', "notCoder", /isn't a Coder deployment's configuration/);
		await refused("[1,2]", "notCoder", /isn't a Coder deployment's configuration/);
		await refused(
			"[".repeat(100_000) + "]".repeat(100_000),
			"notCoder",
			/isn't a Coder deployment's configuration/,
		);
	});

	it("quotes nothing from a file that it can't parse", async () => {
		const file = '{"password": "hunter2hunter2" oops';
		await assert.rejects(
			() => read(file),
			(error) => !String(error).includes("hunter2"),
		);
	});
});

describe("the YAML file reader", () => {
	const reference = optionsOf(
		{
			name: "URL",
			env: "CODER_URL",
			yaml: "url",
			group: { name: "N", yaml: "net" },
			value: "",
			default: "http://a",
		},
		{
			name: "On",
			env: "CODER_ON",
			yaml: "on",
			group: { name: "N", yaml: "net" },
			value: true,
			default: "false",
		},
		{ name: "Many", env: "CODER_MANY", yaml: "many", value: ["x"], default: "a,b" },
		{ name: "Count", env: "CODER_COUNT", yaml: "count", value: 3 },
		{
			name: "Time",
			env: "CODER_TIME",
			yaml: "time",
			value: 60_000_000_000,
			default: "1m0s",
			annotations: { format_duration: "true" },
		},
		{ name: "Providers", env: "CODER_P", yaml: "providers", value: null },
		{
			name: "Old",
			env: "CODER_NOTIFICATIONS_EMAIL_FROM",
			yaml: "old",
			value: "",
			use_instead: [{ name: "N", env: "CODER_EMAIL_FROM" }],
		},
		{ name: "New", env: "CODER_EMAIL_FROM", yaml: "new", value: "" },
		{ name: "Key", env: "CODER_KEY", annotations: { secret: "true" }, value_source: "env" },
		{ name: "No path", env: "CODER_NONE", value: "kept", value_source: "env" },
	);
	const values = async (yaml: string) =>
		Object.fromEntries((await read(yaml, reference)).options.map(({ id, value }) => [id, value]));

	it("returns the values that a file sets, and defaults for the rest", async () => {
		const { options } = await read("net:\n  url: https://b\n  on: true\n", reference);
		const rest = options.map(({ id, value, valueSource }) => [id, value, valueSource]);
		assert.deepEqual(rest, [
			["CODER_URL", "https://b", "yaml"],
			["CODER_ON", true, "yaml"],
			["CODER_MANY", ["a", "b"], "default"],
			["CODER_COUNT", 0, undefined],
			["CODER_TIME", 60_000_000_000n, "default"],
			["CODER_P", null, undefined],
			["CODER_NOTIFICATIONS_EMAIL_FROM", "", undefined],
			["CODER_EMAIL_FROM", "", undefined],
			["CODER_KEY", undefined, "env"],
			["CODER_NONE", "kept", "env"],
		]);
	});

	it("reads every kind of value and returns the API's types", async () => {
		const read = await values(
			'net: {url: 5, on: "true"}\nmany: [a]\ncount: "7"\ntime: 1d\nproviders: [{id: x, big: 9007199254740993}]',
		);
		assert.equal(read.CODER_URL, "5");
		assert.equal(read.CODER_ON, true);
		assert.deepEqual(read.CODER_MANY, ["a"]);
		assert.equal(read.CODER_COUNT, 7);
		assert.equal(read.CODER_TIME, 86_400_000_000_000n);
		assert.deepEqual(read.CODER_P, [{ id: "x", big: 9007199254740993n }]);
	});

	it("gives a deprecated name and its replacement the same value", async () => {
		assert.equal((await values("old: x")).CODER_EMAIL_FROM, "x");
		assert.equal((await values("new: x")).CODER_NOTIFICATIONS_EMAIL_FROM, "x");
	});

	it("lists the keys that the server wouldn't recognize", async () => {
		const { notes } = await read("net:\n  url: x\n  wrong: 1\nalso: {a: {b: 1}}\n", reference);
		assert.match(String(notes?.[1]), /doesn't know net.wrong, also\./);
	});

	it("drops what only files contain: the providers' secrets", async () => {
		const file =
			"providers:\n- id: x\n  client_secret: EXAMPLE-client-secret\n  note: EXAMPLE-client-secret\n";
		const { options } = await read(file, reference);
		const text = JSON.stringify(
			options.map(({ value }) => value ?? null),
			(_, value: unknown) => (typeof value === "bigint" ? value.toString() : value),
		);
		assert.ok(!text.includes("EXAMPLE-client-secret"), text);
		assert.ok(text.includes('"id":"x"'));
	});

	it("masks passwords in URLs", async () => {
		assert.equal(
			(await values("net: {url: 'https://me:hunter2@host'}")).CODER_URL,
			"https://me:********@host",
		);
	});

	it("doesn't treat related settings as one", async () => {
		const related = optionsOf(
			{
				name: "Verbose",
				env: "CODER_VERBOSE",
				yaml: "verbose",
				value: false,
				use_instead: [{ name: "Log Filter", env: "CODER_LOG_FILTER" }],
			},
			{ name: "Log Filter", env: "CODER_LOG_FILTER", yaml: "filter", value: null },
		);
		const { options } = await read("filter: [.*]", related);
		assert.deepEqual(
			options.map(({ value }) => value),
			[false, [".*"]],
		);
	});

	it("reads Coder's own golden file and returns the defaults of the body next to it", async function () {
		needFixtures(this);
		for (const folder of ["main", "v2.15.0"]) {
			const defaults = optionsIn(fixtureJson(`${folder}/deployment-config-defaults.json`));
			// A placeholder in Coder's test, which a server would reject: a list can't be a string.
			const golden = fixtureText(`${folder}/server-config.golden.yaml`);
			const { options, notes } = await read(
				golden.replace("\ncacheDir: [cache dir]\n", "\ncacheDir: /cache\n"),
				defaults,
			);
			assert.equal(notes?.length, 1, notes?.join());
			const changes = compareOptions(defaults, options).filter(({ kind }) => kind !== "source");
			// Depends on the machine and the kind of build that wrote either file.
			const known = [
				"CODER_DOCS_URL",
				"CODER_TELEMETRY_ENABLE",
				"CODER_UPDATE_CHECK",
				"CODER_CACHE_DIRECTORY",
			];
			const others = changes.filter(({ right }) => !known.includes(right?.id ?? ""));
			assert.deepEqual(others, []);
		}
	});

	const wrong: readonly (readonly [string, string, UnreadableReason, RegExp])[] = [
		["a text", "hello", "notCoder", /No Coder options were found/],
		["nothing", "", "notCoder", /No Coder options were found/],
		["a list", "- a", "notCoder", /No Coder options were found/],
		[
			"keys of something else",
			"services: {web: {image: x}}",
			"notCoder",
			/any option that this server/,
		],
		["tabs", "a:\n\tb: 1", "damaged", /see line 2/],
		["a key twice, no option's", "a: 1\na: 2", "notCoder", /any option that this server/],
		["a flow map of no option", "{a: b}", "notCoder", /any option that this server/],
		["laughter", laughter(), "notCoder", /any option that this server/],
		[
			"what is nested very deep",
			"a:\n  ".repeat(1) + "[".repeat(50_000),
			"damaged",
			/more than 64 levels/,
		],
	];
	for (const [what, file, reason, sentence] of wrong) {
		it(`reports what is wrong with ${what}`, () => refused(file, reason, sentence));
	}

	it("rejects what isn't text", async () => {
		for (const bytes of [
			[0x61, 0xff, 0xfe],
			[0xff, 0x61],
			[0x61, 0xfe],
			[0xfe, 0x61],
			[0x61, 0xff],
		])
			await refused(Buffer.from(bytes), "damaged", /UTF-8/);
	});

	it("rejects a text of more than 16 MB", async () => {
		const large = Buffer.alloc(bundleLimits.entryBytes + 1, 0xff);
		await refused(large, "tooLarge", /16 MB/);
		await refused(large.subarray(0, -1), "damaged", /UTF-8/);
	});

	it("reads a text that begins almost like an archive", async () => {
		for (const key of ["P", "XK"]) {
			const option = optionsOf({ name: key, env: key, yaml: key, value: "" });
			assert.equal((await read(`${key}: x`, option)).options[0]?.value, "x");
		}
	});
});

/** Returns a short file that would expand enormously if its aliases were followed. */
function laughter(): string {
	const lines = Array.from({ length: 12 }, (_, index) => {
		const items =
			index === 0
				? "lol"
				: Array(10)
						.fill(`*a${index - 1}`)
						.join(", ");
		return `a${index}: &a${index} [${items}]`;
	});
	return lines.join("\n");
}
