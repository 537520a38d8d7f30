import assert from "node:assert/strict";
import "../../support/stable.ts";
import { nameSome } from "../../../src/core/base/nameSome.ts";
import {
	switchSetting,
	thresholdSetting,
} from "../../../src/core/notifications/notificationSetting.ts";

describe("notification settings", () => {
	it("turn on what they describe, and nothing by mistake", () => {
		const [off, on, threshold] = [
			switchSetting("a", false),
			switchSetting("b", true),
			thresholdSetting("c"),
		];
		assert.deepEqual([off.read(true), on.read(true), on.read(undefined)], [true, true, true]);
		assert.equal(on.read(false), undefined);
		assert.equal(threshold.read(300), 300);
		assert.equal(threshold.read(0), 0);
		for (const odd of [undefined, null, false, "true", "300", -1, NaN, Infinity, [], {}, 1]) {
			assert.equal(off.read(odd), undefined);
		}
		for (const odd of [undefined, null, false, true, "300", -1, NaN, Infinity, [], {}]) {
			assert.equal(threshold.read(odd), undefined);
		}
	});
});

describe("the text of notifications", () => {
	it("names at most three things", () => {
		assert.equal(nameSome(["a"]), "a");
		assert.equal(nameSome(["a", "b", "c"]), "a, b, c");
		assert.equal(nameSome(["a", "b", "c", "d", "e"]), "a, b, c and 2 more");
	});
});
