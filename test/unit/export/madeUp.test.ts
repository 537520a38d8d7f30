import assert from "node:assert/strict";
import fc from "fast-check";
import "../../support/stable.ts";
import type { JsonObject, JsonValue } from "../../../src/core/base/json.ts";
import { needFixtures } from "../../support/fixtures.ts";
import { liveBuilds, liveConfig, liveVersions } from "../../support/liveConfigs.ts";
import { optionTypes } from "../../support/serverModel.ts";
import { generatedValues } from "../../support/generatedValues.ts";
import { accepts, minorOf, ways } from "./support/accepts.ts";
import { configWith, everyChoice } from "./support/configs.ts";

/** Generates any value of a type, as the API sends it, except URLs with passwords, which would be masked. */
function valueOf(type: string): fc.Arbitrary<JsonValue> | undefined {
	const text = fc
		.oneof(
			fc.string({ unit: "grapheme", maxLength: 20 }),
			fc.constantFrom("0123", "1e5", "true", "~", "a\nb\n", "- x", "x: y", "*a"),
		)
		.filter((one) => !/[\0\r@]|:\/\//.test(one));
	switch (type) {
		case "Bool":
			return fc.boolean();
		case "Int64":
			return fc.oneof(fc.integer(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }));
		case "Duration":
			return fc.oneof(fc.constant(0), fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }));
		case "StringArray":
			return fc.oneof(fc.constant(null), fc.array(text, { minLength: 1, maxLength: 4 }));
		case "HostPort":
			return fc.constantFrom("127.0.0.1:80", ":1", "[::1]:65535", "host.example:0");
		case "URL":
			return fc.constantFrom("", "https://a.example", "http://a.example:1/b?c=d#e", "/path");
		case "String":
		case "Regexp":
			return text;
		case "Struct[map[string]string]":
			return fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true });
		default:
			return undefined;
	}
}

describe("an export of a generated configuration", function () {
	this.timeout(120_000);
	before(function () {
		needFixtures(this);
	});

	for (const version of liveVersions) {
		it(`is read by ${version} with every option's value`, () => {
			const live = liveConfig(version, "defaults").masked.options as readonly JsonObject[];
			const types = optionTypes(minorOf(liveBuilds[version]));
			const plain = live.filter(({ use_instead: successors, env, annotations }) => {
				const secret = (annotations as JsonObject | undefined)?.secret;
				// The server overwrites other values if the first two are set, and doesn't start with the third.
				const own =
					/^CODER_(ADDRESS|TLS_REDIRECT_HTTP_TO_HTTPS|EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE)$/;
				return !successors && !secret && typeof env === "string" && !own.test(env);
			});
			// An alias has its replacement's value.
			const known = new Set(plain.map(({ env }) => env));
			const shared = new Set(
				live.flatMap(({ use_instead: list }) =>
					((list ?? []) as readonly JsonObject[]).map(({ env }) => env),
				),
			);
			const settable = plain.flatMap((option) => {
				const value = valueOf(types.get(option.env as string) ?? "");
				const alone = known.has(option.env ?? null) && !shared.has(option.env);
				return value && alone && !isEnum(option) ? [{ option, value }] : [];
			});
			assert.ok(settable.length > 100);
			fc.assert(
				fc.property(
					fc.tuple(...settable.map(({ value }) => fc.option(value, { nil: undefined, freq: 3 }))),
					fc.constantFrom(...everyChoice),
					(values, choices) => {
						const options = settable.map(({ option }, index) => {
							const value = values[index];
							return value === undefined ? option : { ...option, value, value_source: "env" };
						});
						const config = configWith(...options);
						for (const way of ways) accepts(config, way, liveBuilds[version], choices);
					},
				),
				{ numRuns: generatedValues(10) },
			);
		});
	}
});

function isEnum({ value }: JsonObject): boolean {
	return typeof value === "object" && value !== null && "Choices" in value;
}
