import assert from "node:assert/strict";
import "../../support/stable.ts";
import { assertGolden } from "../../support/golden.ts";
import { openKinds, deploymentWith, looking } from "./support/kindBench.ts";

const minute = 60_000;

describe("the kinds of notifications", () => {
	it("have these names, settings, and times", () => {
		const facts = openKinds().map(({ id, setting, reads, atOnce, overAfterMs, place, severity }) =>
			[
				id,
				`  setting: ${setting ? `${setting.name}, ${String(setting.default)}` : "none"}`,
				`  reads: ${reads.length > 0 ? reads.join(", ") : "nothing"}`,
				`  reports what was there before: ${String(atOnce === true)}`,
				`  over after: ${overAfterMs === undefined ? "never" : `${overAfterMs / minute} min`}`,
				`  place: ${place ? JSON.stringify(place) : "none"}`,
				`  severity: ${severity ?? "information"}`,
			].join("\n"),
		);
		assertGolden("notification-kinds", `${facts.join("\n\n")}\n`);
	});

	it("find nothing while nothing is known", async () => {
		for (const kind of openKinds()) {
			const found = await kind.find(looking(deploymentWith({})));
			assert.equal(found, undefined, kind.id);
		}
	});
});
