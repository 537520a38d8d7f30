import assert from "node:assert/strict";
import { mock } from "node:test";
import { answerBounds } from "../../../src/core/base/bounds.ts";
import { parseJson, type JsonValue } from "../../../src/core/base/json.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";

const option = (value: string): string =>
	`{"options":[{"name":"A","env":"CODER_A","value":${value}}]}`;
const nested = (depth: number, inside = ""): string =>
	"[".repeat(depth) + inside + "]".repeat(depth);

/** Returns why an answer with this configuration is rejected; `undefined` if it's accepted. */
function excessOf(text: string): string | undefined {
	const parsed = parseAnswer("deploymentConfig", parseJson(text));
	return parsed.ok ? undefined : (parsed.excess ?? parsed.field);
}

describe("limits for answers", () => {
	const { depth, digits, characters, entries, values } = answerBounds;
	const cases: readonly (readonly [string, (over: boolean) => string, RegExp])[] = [
		// The body, its list, and the option are three levels.
		["depth", (over) => option(nested(depth - 3 + Number(over))), /more than 64 levels/],
		[
			"depth beside a long number",
			(over) => option(nested(depth - 3 + Number(over), "9007199254740993")),
			/more than 64 levels/,
		],
		["digits", (over) => option("9".repeat(digits + Number(over))), /more than 40 digits/],
		[
			"digits of a negative number",
			(over) => option(`-${"9".repeat(digits + Number(over))}`),
			/40 digits/,
		],
		[
			"a text",
			(over) => option(`"${" ".repeat(characters + Number(over))}"`),
			/1,000,000 characters/,
		],
		[
			"a key",
			(over) => option(`{"${"k".repeat(characters + Number(over))}":1}`),
			/1,000,000 characters/,
		],
		[
			"a list",
			(over) =>
				option(
					`[${Array(entries + Number(over))
						.fill(0)
						.join()}]`,
				),
			/20,000 entries/,
		],
		[
			"an object",
			(over) =>
				option(
					JSON.stringify(
						Object.fromEntries(
							Array.from({ length: entries + Number(over) }, (_, index) => [index, 0]),
						),
					),
				),
			/20,000 entries/,
		],
	];
	for (const [what, body, sentence] of cases) {
		it(`allow everything that's read, and reject more: ${what}`, () => {
			assert.equal(excessOf(body(false)), undefined);
			assert.match(excessOf(body(true)) ?? "", sentence);
		});
	}

	it("apply to the number of values and to the total length of strings", () => {
		const lists = `[${Array(20)
			.fill(
				`[${Array(values / 20)
					.fill(1)
					.join()}]`,
			)
			.join()}]`;
		assert.match(excessOf(option(lists)) ?? "", /more than 200,000 values/);
		const texts = `[${Array(5)
			.fill(`"${"x".repeat(900_000)}"`)
			.join()}]`;
		assert.match(excessOf(option(texts)) ?? "", /more than 4,000,000 characters in total/);
	});

	it("apply to what other parsers return, with shared values counted wherever they're used", () => {
		let shared: JsonValue = "x";
		for (let level = 0; level < 20; level++) shared = [shared, shared];
		const parsed = parseAnswer("deploymentConfig", { options: [{ name: "A", value: shared }] });
		assert.match(parsed.ok ? "" : (parsed.excess ?? ""), /more than 200,000 values/);
		const deep = JSON.parse(option(nested(3_500))) as JsonValue;
		assert.equal(parseAnswer("deploymentConfig", deep).ok, false);
	});

	it("reject text that would take long to parse, before parsing it", () => {
		const parsed = mock.method(JSON, "parse");
		try {
			for (const text of [
				"1".repeat(4_000_000),
				"[".repeat(4_000_000),
				`[${"0,".repeat(4_000_000)}0]`,
			]) {
				assert.throws(() => parseJson(text), RangeError);
			}
			assert.equal(parsed.mock.callCount(), 0);
		} finally {
			parsed.mock.restore();
		}
		for (const depth of [2_000, 3_500, 9_000]) {
			assert.match(excessOf(option(nested(depth))) ?? "", /64 levels/);
		}
	});

	it("ignore digits inside strings", () => {
		assert.equal(excessOf(option(JSON.stringify("9".repeat(500)))), undefined);
		assert.equal(excessOf(option(String.raw`"\"${"9".repeat(500)}\\"`)), undefined);
	});

	it("truncate names and descriptions, but not values", () => {
		const long = `${"n".repeat(5_000)}end`;
		const parsed = parseAnswer("deploymentConfig", {
			options: [
				{ name: long, env: long, description: "d".repeat(50_000), value: "v".repeat(50_000) },
			],
		});
		assert.ok(parsed.ok);
		const [read] = parsed.value.options;
		assert.equal(read?.name.length, 1_000);
		assert.match(read.id, /^n+…n+end$/);
		assert.equal(read.description.length, 10_000);
		assert.equal(read.value, "v".repeat(50_000));
	});

	it("truncate versions, messages, and experiments, and drop URLs that are too long", () => {
		const build = parseAnswer("buildInfo", {
			version: `v2.35.1+${" ".repeat(400_000)}`,
			external_url: `https://a.example/${"x".repeat(100_000)}`,
			upgrade_message: "m".repeat(400_000),
		});
		assert.ok(build.ok);
		assert.equal(build.value.version.length, 1_000);
		assert.equal(build.value.externalUrl, "");
		assert.equal(build.value.upgradeMessage?.length, 10_000);
		const names = parseAnswer("experiments", ["e".repeat(400_000)]);
		assert.ok(names.ok && names.value[0]?.length === 1_000);
	});

	it("keep the path of a statistic short, however its keys are nested", () => {
		let stats: JsonValue = Object.fromEntries(
			Array.from({ length: 5_000 }, (_, index) => [`n${String(index)}`, index]),
		);
		for (let level = 0; level < 50; level++) stats = { ["k".repeat(10_000)]: stats };
		const parsed = parseAnswer("deploymentStats", { workspaces: {}, more: stats });
		assert.ok(parsed.ok);
		assert.equal(parsed.value.others.length, 1_000);
		assert.ok(parsed.value.others.every(({ name }) => name.length <= 1_000));
	});
});
