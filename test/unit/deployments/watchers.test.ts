import assert from "node:assert/strict";
import { Emitter } from "../../../src/core/base/event.ts";
import { Watchers, type Watched } from "../../../src/core/deployments/watchers.ts";
import { recorded } from "../../support/recorded.ts";

describe("watched surfaces", () => {
	it("report what they show each time, and nothing after disposal", async () => {
		const deployment = await recorded({});
		const watchers = new Watchers();
		let shown: Watched = [];
		const surface = watchers.add(() => shown);
		watchers.add(() => [{ deployment, ids: ["root"] }]);
		assert.deepEqual(watchers.watched(), [{ deployment, ids: ["root"] }]);
		shown = [{ deployment, ids: ["user"] }];
		assert.deepEqual(
			watchers.watched().map(({ ids }) => ids),
			[["user"], ["root"]],
		);
		surface.dispose();
		surface.dispose();
		assert.deepEqual(watchers.watched(), [{ deployment, ids: ["root"] }]);
	});

	it("fire events when they're added, changed, and removed, and none afterward", () => {
		const watchers = new Watchers();
		const changed = new Emitter<string>();
		let changes = 0;
		watchers.onDidChange(() => {
			changes += 1;
		});
		const surface = watchers.add(() => [], changed.event);
		changed.fire("visible");
		assert.equal(changes, 2);
		surface.dispose();
		changed.fire("hidden");
		assert.equal(changes, 3);
	});
});
