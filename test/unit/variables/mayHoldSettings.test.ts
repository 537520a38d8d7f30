import assert from "node:assert/strict";
import {
	mayHoldFlags,
	mayHoldSettings,
	typedFlag,
} from "../../../src/core/variables/mayHoldSettings.ts";

describe("a text that may hold settings", () => {
	for (const [text, settings, flags] of [
		["CODER_X", true, false],
		["coder server --telemetry", true, true],
		["coder server -a", true, true],
		["coder/coder --telemetry", true, true],
		["run: ['coder','server','--telemetry']", true, true],
		['["coder","server","-a"]', true, true],
		["[coder,server,--telemetry]", true, true],
		["x=--telemetry coder server", true, true],
		["coder server", false, false],
		["coder server a--b", false, false],
		["coder server ---x", false, false],
		["coder server --1", false, false],
		["coder --telemetry", false, false],
		["server --telemetry", false, false],
		["", false, false],
	] as const) {
		it(`${settings ? "is" : "isn't"} ${JSON.stringify(text)}`, () => {
			assert.equal(mayHoldSettings(text), settings);
			assert.equal(mayHoldFlags(text), flags);
		});
	}

	it("ends in a flag that is being typed at the start of a word", () => {
		const typed = (text: string) => typedFlag.exec(text)?.[0];
		for (const text of ["x --ac", "--ac", "'--ac", '"--ac', "[--ac", ",--ac"]) {
			assert.equal(typed(text), "--ac", text);
		}
		assert.equal(typed("x -"), "-");
		assert.equal(typed("x --Access-2"), "--Access-2");
		for (const text of ["x--ac", "=--ac", "--ac ", "ac"]) {
			assert.equal(typed(text), undefined, text);
		}
	});
});
