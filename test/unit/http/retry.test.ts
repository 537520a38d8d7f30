import assert from "node:assert/strict";
import { pauseMs } from "../../../src/core/http/retry.ts";
import { failureOf } from "../../support/recorded.ts";

const pauses = (kind: Parameters<typeof failureOf>[0], random = 0) =>
	[1, 2, 3, 4, 5, 6, 7, 8, 100, 5000].map(
		(tries) => pauseMs(failureOf(kind), tries, random) / 1000,
	);

describe("the pause after failures", () => {
	it("doubles from 5 seconds to 5 minutes", () => {
		assert.deepEqual(pauses("refused"), [5, 10, 20, 40, 80, 160, 300, 300, 300, 300]);
	});

	it("has up to a quarter of jitter", () => {
		assert.deepEqual(pauses("timeout", 1).slice(0, 3), [6.25, 12.5, 25]);
	});

	it("is as long as the server requests, if that is longer", () => {
		const limited = failureOf("rateLimited", { retryAfterMs: 90_000 });
		assert.equal(pauseMs(limited, 1, 0), 90_000);
		assert.equal(pauseMs(limited, 7, 0), 300_000);
	});

	it("is a quarter of an hour if only administrators can change something", () => {
		assert.ok(pauses("forbidden").every((pause) => pause === 900));
		assert.ok(pauses("unsupported", 1).every((pause) => pause === 900));
	});

	it("never ends if the session has ended", () => {
		assert.ok(pauses("signedOut").every((pause) => pause === Infinity));
	});
});
