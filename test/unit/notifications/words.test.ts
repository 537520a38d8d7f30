import assert from "node:assert/strict";
import "../../support/stable.ts";
import { nameSome } from "../../../src/core/base/nameSome.ts";
import { readWanted } from "../../../src/core/notifications/notification.ts";

describe("the settings of notifications", () => {
	it("switch on what they say, and nothing by mistake", () => {
		assert.equal(readWanted("highFindings", true), true);
		assert.equal(readWanted("latency", 300), 300);
		assert.equal(readWanted("failedWorkspaces", 0), 0);
		for (const odd of [undefined, null, false, "true", "300", -1, NaN, Infinity, [], {}, 1]) {
			assert.equal(readWanted("highFindings", odd), undefined);
		}
		for (const odd of [undefined, null, false, true, "300", -1, NaN, Infinity, [], {}]) {
			assert.equal(readWanted("latency", odd), undefined);
			assert.equal(readWanted("failedWorkspaces", odd), undefined);
		}
	});
});

describe("the words of notifications", () => {
	it("name three things at most", () => {
		assert.equal(nameSome(["a"]), "a");
		assert.equal(nameSome(["a", "b", "c"]), "a, b, c");
		assert.equal(nameSome(["a", "b", "c", "d", "e"]), "a, b, c and 2 more");
	});
});
