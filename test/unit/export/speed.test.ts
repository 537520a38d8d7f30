import assert from "node:assert/strict";
import "../../support/stable.ts";
import { exportFormats } from "../../../src/core/export/choices.ts";
import { exportText } from "../../../src/core/export/exportText.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../../src/core/base/json.ts";
import { fixtureJson, needFixtures } from "../../support/fixtures.ts";
import { all, configOf, facts } from "./support/configs.ts";

const count = 5000;
/** How many times longer than `JSON.parse` of the same body an export may take. */
const factor = 10;
const rounds = 40;

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

function timeOf(run: () => unknown): number {
	const start = performance.now();
	run();
	return performance.now() - start;
}

describe(`an export of ${count.toString()} options`, function () {
	this.timeout(60_000);
	let text: string;
	let config: ReturnType<typeof configOf>;
	before(function () {
		needFixtures(this);
		const body = largeBody();
		text = JSON.stringify(body);
		config = configOf(body);
	});

	for (const format of exportFormats) {
		it(`as ${format} takes at most ${factor.toString()} times as long as JSON.parse`, () => {
			// The best of several rounds: other programs can only slow them down.
			let parse = Infinity;
			let write = Infinity;
			for (let round = 0; round < rounds; round++) {
				parse = Math.min(
					parse,
					timeOf(() => JSON.parse(text)),
				);
				write = Math.min(
					write,
					timeOf(() => exportText(config, format, facts, all)),
				);
				if (round >= 4 && write <= parse * factor) break;
			}
			const figures = `${write.toFixed(1)} ms, JSON.parse ${parse.toFixed(1)} ms`;
			console.log(`      ${format}: ${figures}`);
			assert.ok(write <= parse * factor, figures);
		});
	}
});
