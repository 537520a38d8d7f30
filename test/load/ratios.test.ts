import assert from "node:assert/strict";
import "../support/stable.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../src/core/base/json.ts";
import { compareOptions } from "../../src/core/comparison/compare.ts";
import { exportFormats } from "../../src/core/export/choices.ts";
import { exportText } from "../../src/core/export/exportText.ts";
import { findingsOf } from "../../src/core/findings/findingsOf.ts";
import { fixtureJson, needFixtures } from "../support/fixtures.ts";
import { all, configOf, facts } from "../unit/export/support/configs.ts";
import { deploymentOf } from "../unit/findings/support/findingsAt.ts";
import { assertRatio } from "./assertRatio.ts";

const count = 5000;
/** How many times longer than `JSON.parse` of the same body everything may take. */
const factor = 10;

/** Returns a body with many options: those of a fixture, repeated under other names. */
function largeBody(): JsonObject {
	const body = fixtureJson("main/deployment-config.json");
	assert.ok(isJsonObject(body));
	const options = body.options as readonly JsonObject[];
	const copies = Array.from({ length: count }, (_nothing, index) => {
		const option = options[index % options.length] ?? {};
		const renamed = ["name", "env", "flag", "yaml"]
			.filter((key) => typeof option[key] === "string")
			.map((key) => [key, `${option[key] as string}${index.toString()}`] as const);
		return { ...option, ...(Object.fromEntries(renamed) as Record<string, JsonValue>) };
	});
	return { ...body, options: copies };
}

describe(`${count.toString()} options`, function () {
	this.timeout(60_000);
	let text: string;
	let config: ReturnType<typeof configOf>;
	const parse = () => JSON.parse(text) as unknown;
	before(function () {
		needFixtures(this);
		const body = largeBody();
		text = JSON.stringify(body);
		config = configOf(body);
	});

	for (const format of exportFormats) {
		it(`are exported as ${format} in at most ${factor.toString()} times the time to parse them`, () => {
			assertRatio(format, factor, () => exportText(config, format, facts, all), parse);
		});
	}

	it(`are compared in at most ${factor.toString()} times the time to parse them`, () => {
		const changed = config.options.map((option, index) =>
			index % 10 === 0 && !option.secret ? { ...option, value: `other ${String(index)}` } : option,
		);
		assertRatio("comparison", factor, () => compareOptions(config.options, changed), parse);
	});

	it(`are audited in at most ${factor.toString()} times the time to parse them`, async () => {
		const { snapshot } = await deploymentOf({ company: true, extra: count - 292 });
		const body = JSON.stringify(snapshot.deploymentConfig.value?.masked);
		assertRatio(
			"audit",
			factor,
			() => findingsOf(snapshot),
			() => JSON.parse(body) as unknown,
		);
	});
});
