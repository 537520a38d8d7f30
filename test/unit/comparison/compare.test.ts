import assert from "node:assert/strict";
import { compareOptions } from "../../../src/core/comparison/compare.ts";
import type { JsonObject, JsonValue } from "../../../src/core/base/json.ts";
import { fixtureJson, needFixtures } from "../../support/fixtures.ts";
import { optionsIn, optionsOf, textOption } from "./options.ts";

const kinds = (left: Parameters<typeof compareOptions>[0], right: typeof left) =>
	compareOptions(left, right).map(({ kind, left, right }) => [kind, (right ?? left)?.id]);

describe("the comparison of options", () => {
	it("finds no changes between equal options", () => {
		const options = optionsOf(textOption("CODER_A", "x"), textOption("CODER_B", ["x", "y"]));
		assert.deepEqual(compareOptions(options, options), []);
	});

	it("distinguishes changed, added, removed, and moved values", () => {
		const left = optionsOf(
			textOption("CODER_CHANGED", "x"),
			textOption("CODER_ADDED", ""),
			textOption("CODER_REMOVED", ["x"]),
			textOption("CODER_MOVED", "x"),
			textOption("CODER_SAME", "x"),
		);
		const right = optionsOf(
			textOption("CODER_CHANGED", "y"),
			textOption("CODER_ADDED", "x"),
			textOption("CODER_REMOVED", null),
			textOption("CODER_MOVED", "x", { value_source: "yaml" }),
			textOption("CODER_SAME", "x"),
		);
		assert.deepEqual(kinds(left, right), [
			["changed", "CODER_CHANGED"],
			["added", "CODER_ADDED"],
			["removed", "CODER_REMOVED"],
			["source", "CODER_MOVED"],
		]);
	});

	it("reports options that only one version has", () => {
		const left = optionsOf(textOption("CODER_OLD", "x"), textOption("CODER_BOTH", "x"));
		const right = optionsOf(textOption("CODER_BOTH", "x"), textOption("CODER_NEW", "x"));
		assert.deepEqual(kinds(left, right), [
			["onlyLeft", "CODER_OLD"],
			["onlyRight", "CODER_NEW"],
		]);
	});

	it("matches an option by its variable if its name and flag changed", () => {
		const left = optionsOf({ name: "Job Hang", env: "CODER_JOB", flag: "job-hang", value: 1 });
		const right = optionsOf({ name: "Job Reaper", env: "CODER_JOB", flag: "job", value: 1 });
		assert.deepEqual(compareOptions(left, right), []);
	});

	it("matches options by flag and then by name if a server reports no variable", () => {
		const left = optionsOf({ name: "A", flag: "a", value: 1 }, { name: "B", value: 1 });
		const right = optionsOf(
			{ name: "A now", flag: "a", env: "CODER_A", value: 1 },
			{ name: "B", env: "CODER_B", value: 2 },
		);
		assert.deepEqual(kinds(left, right), [["changed", "CODER_B"]]);
	});

	it("keeps options with two variables apart, even if they have the same name", () => {
		const left = optionsOf({ name: "Email", env: "CODER_A", value: 1 });
		const right = optionsOf({ name: "Email", env: "CODER_B", value: 1 });
		assert.deepEqual(kinds(left, right), [
			["onlyLeft", "CODER_A"],
			["onlyRight", "CODER_B"],
		]);
	});

	const same: readonly (readonly [what: string, a: JsonValue, b: JsonValue, duration?: boolean])[] =
		[
			["an unset and an empty list", null, []],
			["an unset and an empty text", null, ""],
			["an unset and an empty map", null, {}],
			["a number and a bigint", 5, 5n],
			["a duration as number and as text", 3_600_000_000_000, "1h", true],
			["a duration as bigint and with days", 86_400_000_000_000n, "1d", true],
			["objects with keys in another order", { a: 1, b: [2] }, { b: [2n], a: 1 }],
			["objects where zero is left out", [{ a: "x", b: false }], [{ a: "x" }]],
		];
	for (const [what, a, b, duration] of same) {
		it(`treats as equal: ${what}`, () => {
			const annotations = duration ? { annotations: { format_duration: "true" } } : {};
			const side = (value: JsonValue) => optionsOf(textOption("CODER_A", value, annotations));
			assert.deepEqual(compareOptions(side(a), side(b)), []);
		});
	}

	const different: readonly (readonly [what: string, a: JsonValue, b: JsonValue])[] = [
		["lists in another order", ["a", "b"], ["b", "a"]],
		["big numbers that doubles would round", 9007199254740993n, 9007199254740992n],
		["texts that look like one duration, where it is none", "1h", "60m"],
		["a text and a number", "5", 5],
		["false and true", false, true],
		["objects", { a: 1 }, { a: 2 }],
	];
	for (const [what, a, b] of different) {
		it(`treats as different: ${what}`, () => {
			const changes = compareOptions(
				optionsOf(textOption("CODER_A", a)),
				optionsOf(textOption("CODER_A", b)),
			);
			assert.equal(changes[0]?.kind, "changed");
		});
	}

	it("treats an unset option with a default like one without a source", () => {
		const left = optionsOf(
			{ name: "A", env: "A", value: "x", value_source: "default" },
			textOption("B", 1),
		);
		const right = optionsOf({ name: "A", env: "A", value: "x" }, textOption("B", 1));
		assert.deepEqual(compareOptions(left, right), []);
	});

	it("reports a default that was set explicitly", () => {
		const left = optionsOf(
			{ name: "A", env: "A", value: "x", value_source: "default" },
			textOption("B", 1),
		);
		const right = optionsOf(textOption("A", "x"), textOption("B", 1));
		assert.deepEqual(kinds(left, right), [["source", "A"]]);
	});

	it("ignores sources if one side reports none", () => {
		const left = optionsOf({ name: "A", env: "A", value: "x" });
		assert.deepEqual(compareOptions(left, optionsOf(textOption("A", "x"))), []);
	});

	describe("with secrets", () => {
		const secret = (source?: string) =>
			optionsOf(
				{
					name: "Key",
					env: "CODER_KEY",
					annotations: { secret: "true" },
					...(source !== undefined && { value_source: source }),
				},
				textOption("CODER_OTHER", "x"),
			);

		it("distinguishes only set from not set", () => {
			assert.deepEqual(kinds(secret(), secret("env")), [["added", "CODER_KEY"]]);
			assert.deepEqual(kinds(secret("yaml"), secret()), [["removed", "CODER_KEY"]]);
			assert.deepEqual(kinds(secret("env"), secret("flag")), [["source", "CODER_KEY"]]);
			assert.deepEqual(kinds(secret("env"), secret("env")), []);
		});

		it("reports nothing if a side doesn't report sources", () => {
			const silent = optionsOf({ name: "Key", env: "CODER_KEY", annotations: { secret: "true" } });
			assert.deepEqual(kinds(silent, secret("env").slice(0, 1)), []);
		});

		it("never returns a value that only one side marks as secret", () => {
			const left = optionsOf(textOption("CODER_X", "plain"), textOption("CODER_Y", 1));
			const right = optionsOf(
				textOption("CODER_X", "hidden", { annotations: { secret: "true" } }),
				textOption("CODER_Y", 1),
			);
			assert.deepEqual(compareOptions(left, right), []);
		});
	});

	describe("with deprecated names", () => {
		const successor = { name: "New", env: "CODER_EMAIL_FROM" };
		const both = (value: JsonValue, old = value) =>
			optionsOf(textOption("CODER_NOTIFICATIONS_EMAIL_FROM", old, { use_instead: [successor] }), {
				...successor,
				value,
				value_source: "env",
			});

		it("reports one change for both names", () => {
			const changes = compareOptions(both("x"), both("y"));
			assert.equal(changes.length, 1);
			assert.equal(changes[0]?.right?.id, "CODER_EMAIL_FROM");
			assert.deepEqual(changes[0].aliases, ["CODER NOTIFICATIONS EMAIL FROM"]);
		});

		it("reports two changes if the values differ", () => {
			assert.equal(compareOptions(both("x"), both("y", "z")).length, 2);
		});

		it("compares the values as durations if either name is marked as one", () => {
			const duration = { annotations: { format_duration: "true" } };
			const texts = (old: string, current: string, [a, b]: readonly [JsonObject, JsonObject]) =>
				optionsOf(
					textOption("CODER_NOTIFICATIONS_EMAIL_FROM", old, { use_instead: [successor], ...a }),
					{ ...successor, value: current, value_source: "env", ...b },
				);
			for (const [marks, count] of [
				[[{}, {}], 2],
				[[duration, {}], 1],
				[[{}, duration], 1],
				[[duration, duration], 1],
			] as const) {
				const [left, right] = [texts("1h", "60m", marks), texts("2h", "120m", marks)];
				assert.equal(compareOptions(left, right).length, count, JSON.stringify(marks));
			}
		});

		it("reports two changes if secrets changed in different ways, or only one of them is a secret", () => {
			const secret = { annotations: { secret: "true" } };
			const sides = (old: string, current: string, more: JsonObject = secret) =>
				optionsOf(
					{
						name: "Old",
						env: "CODER_NOTIFICATIONS_EMAIL_FROM",
						use_instead: [successor],
						value_source: old,
						...secret,
					},
					{ ...successor, value: "", value_source: current, ...more },
					textOption("CODER_OTHER", "x"),
				);
			assert.deepEqual(kinds(sides("default", "default"), sides("env", "env")), [
				["added", "CODER_EMAIL_FROM"],
			]);
			assert.deepEqual(kinds(sides("default", "env"), sides("env", "default")), [
				["added", "CODER_NOTIFICATIONS_EMAIL_FROM"],
				["removed", "CODER_EMAIL_FROM"],
			]);
			assert.deepEqual(kinds(sides("env", "env", {}), sides("yaml", "yaml", {})), [
				["source", "CODER_NOTIFICATIONS_EMAIL_FROM"],
				["source", "CODER_EMAIL_FROM"],
			]);
		});

		it("reports two changes if the replacement is a separate setting that changed in the same way", () => {
			const redirect = { name: "Redirect", env: "CODER_REDIRECT_TO_ACCESS_URL" };
			const servers = (value: boolean) =>
				optionsOf(
					textOption("CODER_TLS_REDIRECT_HTTP_TO_HTTPS", value, { use_instead: [redirect] }),
					{ ...redirect, value, value_source: "env" },
				);
			assert.equal(compareOptions(servers(false), servers(true)).length, 2);
		});

		it("keeps both of two names that refer to each other", () => {
			const ring = (value: JsonValue) =>
				optionsOf(
					textOption("A", value, { use_instead: [{ name: "B", env: "B" }] }),
					textOption("B", value, { use_instead: [{ name: "A", env: "A" }] }),
				);
			assert.equal(compareOptions(ring("x"), ring("y")).length, 2);
		});
	});

	describe("with real servers", () => {
		before(function () {
			needFixtures(this);
		});

		it("finds the removed option and the 132 new ones, and matches the renamed one", () => {
			const changes = compareOptions(
				optionsIn(fixtureJson("v2.15.0/deployment-config-defaults.json")),
				optionsIn(fixtureJson("main/deployment-config-defaults.json")),
			);
			const only = (kind: string) => changes.filter((change) => change.kind === kind);
			assert.deepEqual(
				only("onlyLeft").map(({ left }) => left?.id),
				["CODER_IN_MEMORY"],
			);
			assert.equal(only("onlyRight").length, 132);
			assert.ok(!changes.some(({ right }) => right?.id === "CODER_JOB_HANG_DETECTOR_INTERVAL"));
		});

		it("finds a server's changed options by comparing it with its defaults", () => {
			const changes = compareOptions(
				optionsIn(fixtureJson("main/deployment-config-defaults.json")),
				optionsIn(fixtureJson("main/deployment-config.json")),
			);
			assert.ok(changes.length > 10);
			assert.ok(changes.every(({ kind }) => kind !== "onlyLeft" && kind !== "onlyRight"));
		});
	});
});
