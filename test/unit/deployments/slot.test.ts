import assert from "node:assert/strict";
import { isUnreachable, type FailureKind } from "../../../src/core/http/failure.ts";
import { stateOf, type SlotState } from "../../../src/core/deployments/slot.ts";
import { failureOf } from "../../support/recorded.ts";

/** The state without a value, by the failure's kind. */
const states: Readonly<Record<FailureKind, SlotState>> = {
	settings: "unreachable",
	cancelled: "notRequested",
	timeout: "unreachable",
	nameNotFound: "unreachable",
	refused: "unreachable",
	connectionLost: "unreachable",
	certificate: "unreachable",
	clientCertificate: "unreachable",
	proxyAuth: "unreachable",
	proxy: "unreachable",
	wrongScheme: "unreachable",
	network: "unreachable",
	redirected: "failed",
	notCoder: "failed",
	workspaceProxy: "failed",
	tooLarge: "failed",
	unexpectedBody: "failed",
	signedOut: "signedOut",
	forbidden: "forbidden",
	unsupported: "unsupported",
	notReady: "notReady",
	heldBack: "heldBack",
	rateLimited: "failed",
	serverError: "failed",
	rejected: "failed",
};

const slot = { failures: 0, loading: false };

describe("the state of a slot", () => {
	it("depends on its value if there is no failure", () => {
		assert.equal(stateOf(slot), "notRequested");
		assert.equal(stateOf({ ...slot, loading: true }), "loading");
		assert.equal(stateOf({ ...slot, value: 0 }), "ready");
		assert.equal(stateOf({ ...slot, value: [], loading: true }), "ready");
	});

	for (const [kind, state] of Object.entries(states) as [FailureKind, SlotState][]) {
		it(`is ${state} after ${kind}, even while it's requested again`, () => {
			const failed = { ...slot, failure: failureOf(kind) };
			assert.equal(stateOf(failed), state);
			assert.equal(stateOf({ ...failed, loading: true }), state);
			const shown = state === "forbidden" || state === "unsupported" ? state : "stale";
			assert.equal(stateOf({ ...failed, value: {} }), shown);
			assert.equal(isUnreachable(failureOf(kind)), state === "unreachable");
		});
	}
});
