import assert from "node:assert/strict";
import "../../support/stable.ts";
import { tokenEndsSoon } from "../../../src/core/deployments/tokenEnd.ts";
import { recorded, recordedAt } from "../../support/recorded.ts";

const hour = 3_600_000;
const iso = (ms: number): string => new Date(ms).toISOString();

/** Returns whether a token that expires in `leftMs` expires soon; `more` has the server's other facts about it. */
async function isSoon(leftMs: number, more: Readonly<Record<string, string | number>>) {
	const body = { id: "SampleOwnr", expires_at: iso(recordedAt + leftMs), ...more };
	const { snapshot } = await recorded({ apiKey: { body } });
	return tokenEndsSoon(snapshot, recordedAt) !== undefined;
}

describe("a token", () => {
	it("expires soon a day before its end, or at half its lifetime if that is shorter", async () => {
		for (const [lives, notice] of [
			[168, 24],
			[72, 24],
			[48, 24],
			[47, 23.5],
			[36, 18],
			[24, 12],
			[12, 6],
			[1, 0.5],
			[0.25, 0.125],
		] as const) {
			for (const reported of ["created", "lifetime"] as const) {
				const soon = (left: number) =>
					isSoon(
						left * hour,
						reported === "created"
							? { created_at: iso(recordedAt + (left - lives) * hour) }
							: { lifetime_seconds: lives * 3600 },
					);
				assert.equal(await soon(notice), true, `${lives} h by ${reported}, ${notice} h left`);
				assert.equal(await soon(notice + 0.01), false, `${lives} h by ${reported}, longer left`);
			}
		}
	});

	it("that is extended with each use doesn't last longer because it's old", async () => {
		const created_at = iso(recordedAt - 300 * hour);
		assert.equal(await isSoon(23 * hour, { created_at, lifetime_seconds: 86_400 }), false);
		assert.equal(await isSoon(11 * hour, { created_at, lifetime_seconds: 86_400 }), true);
	});

	it("with missing or implausible data expires soon a day before", async () => {
		const later = iso(recordedAt + 900 * hour);
		for (const more of [
			{},
			{ lifetime_seconds: 0 },
			{ lifetime_seconds: -5 },
			{ created_at: later },
		]) {
			assert.equal(await isSoon(23 * hour, more), true);
			assert.equal(await isSoon(25 * hour, more), false);
		}
	});

	it("that has expired doesn't expire soon", async () => {
		assert.equal(await isSoon(0, { lifetime_seconds: 3600 }), false);
		assert.equal(await isSoon(-hour, { lifetime_seconds: 3600 }), false);
	});
});
