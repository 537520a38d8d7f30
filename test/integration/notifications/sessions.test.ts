import assert from "node:assert/strict";
import "../../support/stable.ts";
import { recordedAt, failureOf, type Recording } from "../../support/recorded.ts";
import { openOffice } from "./support/office.ts";

const hour = 3_600_000;
const good: Recording = { user: { body: { id: "1", username: "mira", roles: [] } } };
const ended: Recording = {
	user: { failure: failureOf("signedOut", { message: "It has expired." }) },
};
const token = (endsInMs: number, livesMs: number): Recording => ({
	apiKey: {
		body: {
			id: "SampleOwnr",
			expires_at: new Date(recordedAt + endsInMs).toISOString(),
			created_at: new Date(recordedAt + endsInMs - livesMs).toISOString(),
		},
	},
});

describe("the notification of an ended session", () => {
	it("is shown once, in one window, and again when the next session ends", async () => {
		const office = openOffice();
		office.answer(ended);
		const [one, other] = [office.open(), office.open()];
		await Promise.all([one.refresh(), other.refresh()]);
		await one.refresh();
		const restarted = office.open();
		await restarted.refresh();
		assert.deepEqual(
			[...one.messages, ...other.messages, ...restarted.messages],
			["coder.larkspur.example: It has expired."],
		);
		office.answer(good);
		await one.refresh();
		office.answer(ended);
		await one.refresh();
		assert.equal([...one.messages, ...other.messages].length, 2);
	});

	it("names the deployment once", async () => {
		const office = openOffice();
		const message = "coder.larkspur.example didn't accept the session token.";
		office.answer({ user: { failure: failureOf("signedOut", { message }) } });
		const window = office.open();
		await window.refresh();
		assert.deepEqual(window.messages, [message]);
	});

	it("only mentions previous data if there is any", async () => {
		const office = openOffice();
		office.answer(good);
		const window = office.open();
		await window.refresh();
		office.answer(ended);
		await window.refresh();
		assert.deepEqual(window.messages, [
			"It has expired. Showing the last known data for coder.larkspur.example.",
		]);
	});

	it("isn't repeated after a network failure", async () => {
		const office = openOffice();
		office.answer(ended);
		const window = office.open();
		await window.refresh();
		office.answer({ user: { failure: failureOf("network") } });
		await window.refresh();
		office.answer(ended);
		await window.refresh();
		assert.equal(window.messages.length, 1);
	});
});

describe("the notification of an expiring token", () => {
	it("is off by default", async () => {
		const office = openOffice();
		const window = office.open();
		for (const hours of [25, 23]) {
			office.answer(token(hours * hour, 168 * hour));
			await window.refresh();
		}
		assert.deepEqual(window.messages, []);
	});

	it("is shown a day before, once per expiry, even after restarts", async () => {
		const office = openOffice();
		office.set("tokenEndsSoon", true);
		office.answer(token(30 * hour, 168 * hour));
		const window = office.open();
		await window.refresh();
		assert.deepEqual(window.messages, []);
		office.clock.advance(7 * hour);
		await window.look();
		await window.refresh();
		const sentence = "Your token for coder.larkspur.example expires in 23 hours.";
		assert.deepEqual(window.messages, [sentence]);
		assert.deepEqual(window.notifications[0]?.buttons[0]?.action, { section: "session" });
		const restarted = office.open();
		await restarted.refresh();
		assert.deepEqual(restarted.messages, []);
		// It was used, so the server moved its expiry; then it wasn't used.
		office.answer(token(100 * hour, 168 * hour));
		await restarted.refresh();
		office.clock.advance(80 * hour);
		await restarted.look();
		assert.equal(restarted.messages.length, 1);
	});

	it("isn't shown for a token that already expired soon when it was turned on", async () => {
		const office = openOffice();
		office.answer(token(5 * hour, 168 * hour));
		const window = office.open();
		await window.refresh();
		office.set("tokenEndsSoon", true);
		await window.look();
		await window.refresh();
		await office.open().refresh();
		assert.deepEqual(window.messages, []);
	});

	it("is shown in the second half of a session that lasts a day, such as a browser's", async () => {
		for (const [left, lifetime] of [
			[11 * hour, 24 * hour],
			[hour, 24 * hour],
			[3 * hour, 8 * hour],
			[20 * hour, 47 * hour],
		] as const) {
			const office = openOffice();
			office.set("tokenEndsSoon", true);
			office.answer(token(lifetime, lifetime));
			const window = office.open();
			await window.refresh();
			assert.deepEqual(window.messages, [], "not from its beginning");
			office.clock.advance(lifetime - left);
			await window.look();
			await window.refresh();
			assert.equal(window.messages.length, 1, `${left / hour} of ${lifetime / hour} hours left`);
		}
	});

	it("isn't shown for tokens that are new, expire late, have expired, or have no expiry", async () => {
		const office = openOffice();
		office.set("tokenEndsSoon", true);
		const window = office.open();
		for (const answer of [
			token(100 * hour, 168 * hour),
			token(23 * hour, 24 * hour),
			token(25 * hour, 168 * hour),
			token(-hour, 168 * hour),
			{ apiKey: { body: { id: "x" } } },
		]) {
			office.answer(answer);
			await window.refresh();
		}
		assert.deepEqual(window.messages, []);
	});
});
