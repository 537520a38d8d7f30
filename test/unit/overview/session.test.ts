import assert from "node:assert/strict";
import "../../support/stable.ts";
import { endedSession } from "../../../src/core/deployments/condition.ts";
import type { Slot, Snapshot } from "../../../src/core/deployments/slot.ts";
import { failureOf, recorded } from "../../support/recorded.ts";

/** Returns a snapshot with only these slots. */
async function known(slots: Readonly<Record<string, Slot<never>>>): Promise<Snapshot> {
	const { snapshot } = await recorded({});
	return { ...snapshot, ...slots };
}

const refusedAt = (triedAt: number): Slot<never> => ({
	failure: failureOf("signedOut"),
	triedAt,
	failures: 1,
	loading: false,
});
const answeredAt = (at: number): Slot<never> => ({ at, triedAt: at, failures: 0, loading: false });

describe("an ended session", () => {
	it("is detected by the account's own endpoint", async () => {
		assert.equal(endedSession(await known({ user: refusedAt(2) }))?.kind, "signedOut");
	});

	it("is detected by any other endpoint while the account is known from before", async () => {
		const snapshot = await known({ user: answeredAt(1), experiments: refusedAt(2) });
		assert.equal(endedSession(snapshot)?.kind, "signedOut");
	});

	it("is over once the account is readable again, even if another endpoint wasn't requested since", async () => {
		const snapshot = await known({ user: answeredAt(3), experiments: refusedAt(2) });
		assert.equal(endedSession(snapshot), undefined);
	});

	it("isn't any other failure", async () => {
		const failure = failureOf("forbidden");
		const snapshot = await known({ experiments: { ...refusedAt(2), failure } });
		assert.equal(endedSession(snapshot), undefined);
	});
});
