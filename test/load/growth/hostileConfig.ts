import type { JsonObject, JsonValue } from "../../../src/core/base/json.ts";

/** Returns a list of generated items. */
export const many = <T>(count: number, make: (index: number) => T): T[] =>
	Array.from({ length: Math.round(count) }, (_, index) => make(index));

const all = { name: "All", env: "CODER_ALL", flag: "all" };

/** Configurations with a given number of options that could slow down their readers, by kind. */
export const hostileOptions: Readonly<Record<string, (count: number) => JsonValue[]>> = {
	"options that one option replaces": (count) => [
		{ ...all, value: many(count, String), value_source: "env" },
		...many(count, (index) => ({
			env: `CODER_OLD_${String(index)}`,
			value: ["x"],
			default: "x",
			value_source: "env",
			use_instead: [all],
		})),
	],
	"an option that all others replace": (count) => [
		{
			...all,
			value: many(count, String),
			value_source: "env",
			use_instead: many(count, (index) => ({ env: `CODER_NEW_${String(index)}` })),
		},
		...many(count, (index) => ({
			env: `CODER_NEW_${String(index)}`,
			value: ["x"],
			value_source: "env",
		})),
	],
	"maps that are compared with one": (count) => [
		{ ...all, value: Object.fromEntries(many(count, (index) => [`k${String(index)}`, 0])) },
		...many(count, (index) => ({
			env: `CODER_OLD_${String(index)}`,
			value: { a: 0 },
			use_instead: [all],
		})),
	],
	"a secret and a text each": (count) =>
		many(count, (index) => ({
			env: `CODER_S_${String(index)}`,
			annotations: { secret: "true" },
			value: `aaaaaaaaaa${String(index)}`,
			description: `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa${String(index)}`,
		})),
	"secrets that begin alike": (count) =>
		many(count / 10, (index) => ({
			env: `CODER_S_${String(index)}`,
			annotations: { secret: "true" },
			value: "a".repeat(6 + (index % 200)),
			description: "a".repeat(200),
		})),
	"dangerous and deprecated options": (count) =>
		many(count, (index) => ({
			env: `CODER_DANGEROUS_${String(index)}`,
			name: `Dangerous ${String(index)}`,
			description: "Deprecated: this.",
			value: true,
			value_source: "flag",
			group: { name: "⚠️ Dangerous", parent: { name: `Group ${String(index)} (Deprecated)` } },
		})),
	"groups in groups": (count) =>
		many(count, (index) => {
			let group: JsonObject = { name: "outermost", yaml: "outermost" };
			for (let level = 0; level < 6; level++)
				group = { name: `g${String(level)}`, yaml: `y${String(level)}`, parent: group };
			return { env: `CODER_G_${String(index)}`, yaml: `o${String(index)}`, value: 1, group };
		}),
	"one name for all": (count) => many(count, () => ({ ...all, yaml: "all", value: "x" })),
};
