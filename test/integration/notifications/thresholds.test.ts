import assert from "node:assert/strict";
import "../../support/stable.ts";
import { failureOf } from "../../support/recorded.ts";
import { openOffice, type Office, type Window } from "./support/office.ts";

const second = 1000;
const minute = 60 * second;

/** Changes the current statistics. */
function stats(office: Office, { failed = 0, p95 = 20, ageMs = 0 }): void {
	const at = new Date(office.clock.now() - ageMs).toISOString();
	office.answer({
		deploymentStats: {
			body: {
				collected_at: at,
				workspaces: { failed, running: 170, connection_latency_ms: { P50: 10, P95: p95 } },
			},
		},
	});
}

/** Lets time pass with the same statistics every half minute. */
async function pass(office: Office, ms: number, values: object, ...windows: Window[]) {
	for (let passed = 0; passed < ms; passed += 30 * second) {
		office.clock.advance(30 * second);
		stats(office, values);
		for (const window of windows) await window.refresh();
	}
}

describe("the notification of failed workspaces", () => {
	const sentence = (count: number) =>
		`${count} workspaces of coder.larkspur.example have failed, more than 3.`;

	it("is shown once, in one window, when the threshold is crossed", async () => {
		const office = openOffice();
		office.set("failedWorkspaces", 3);
		const [one, other] = [office.open(), office.open()];
		await pass(office, minute, { failed: 3 }, one, other);
		assert.deepEqual(one.messages, []);
		await pass(office, 10 * minute, { failed: 4 }, one, other);
		await pass(office, 10 * minute, { failed: 9 }, one, other);
		assert.deepEqual([...one.messages, ...other.messages], [sentence(4)]);
		const [notification] = [...one.notifications, ...other.notifications];
		assert.deepEqual(notification?.buttons[0]?.action, {
			command: "coderDeployment.openStatistics",
		});
	});

	it("is shown again only after 15 minutes below the threshold", async () => {
		const office = openOffice();
		office.set("failedWorkspaces", 3);
		const window = office.open();
		await pass(office, minute, { failed: 0 }, window);
		await pass(office, minute, { failed: 5 }, window);
		for (let time = 0; time < 5; time++) {
			await pass(office, 14 * minute, { failed: 2 }, window);
			await pass(office, minute, { failed: 5 }, window);
		}
		assert.deepEqual(window.messages, [sentence(5)]);
		await pass(office, 16 * minute, { failed: 2 }, window);
		await pass(office, minute, { failed: 7 }, window);
		assert.deepEqual(window.messages, [sentence(5), sentence(7)]);
	});

	it("isn't shown for an existing excess when it's turned on or its threshold changes", async () => {
		const office = openOffice();
		const window = office.open();
		await pass(office, minute, { failed: 5 }, window);
		office.set("failedWorkspaces", 3);
		await window.look();
		await pass(office, 10 * minute, { failed: 5 }, window);
		office.set("failedWorkspaces", 2);
		await pass(office, 20 * minute, { failed: 5 }, window);
		assert.deepEqual(window.messages, []);
		await pass(office, 16 * minute, { failed: 0 }, window);
		await pass(office, minute, { failed: 5 }, window);
		assert.equal(window.messages.length, 1);
	});

	it("survives a restart above the threshold, and is shown for what was crossed meanwhile", async () => {
		const office = openOffice();
		office.set("failedWorkspaces", 3);
		const first = office.open();
		await pass(office, minute, { failed: 0 }, first);
		office.clock.advance(60 * minute);
		const [second, third] = [office.open(), office.open()];
		await pass(office, minute, { failed: 4 }, second);
		await pass(office, minute, { failed: 4 }, third);
		assert.deepEqual([first.messages, second.messages, third.messages], [[], [sentence(4)], []]);
	});

	it("waits while statistics fail, which is neither above nor below", async () => {
		const office = openOffice();
		office.set("failedWorkspaces", 3);
		const window = office.open();
		await pass(office, minute, { failed: 0 }, window);
		await pass(office, minute, { failed: 5 }, window);
		office.answer({ deploymentStats: { failure: failureOf("serverError") } });
		for (let time = 0; time < 60; time++) {
			office.clock.advance(30 * second);
			await window.refresh();
		}
		await pass(office, minute, { failed: 5 }, window);
		assert.equal(window.messages.length, 1);
	});
});

describe("the notification of high latency", () => {
	const sentence =
		"The latency (P95) of coder.larkspur.example is 400 ms. It was above 300 ms in the last 3 samples.";

	it("is shown when three consecutive statistics are above the threshold", async () => {
		const office = openOffice();
		office.set("latency", 300);
		const window = office.open();
		await pass(office, minute, { p95: 300 }, window);
		for (let time = 0; time < 5; time++) {
			await pass(office, minute, { p95: 400 }, window);
			await pass(office, 30 * second, { p95: 200 }, window);
		}
		assert.deepEqual(window.messages, []);
		await pass(office, 10 * minute, { p95: 400 }, window);
		assert.deepEqual(window.messages, [sentence]);
		await pass(office, 10 * minute, { p95: 200 }, window);
		await pass(office, 10 * minute, { p95: 400 }, window);
		assert.deepEqual(window.messages, [sentence], "it was below for too short");
		await pass(office, 16 * minute, { p95: -1 }, window);
		await pass(office, 10 * minute, { p95: 400 }, window);
		assert.deepEqual(window.messages, [sentence, sentence]);
	});

	it("counts statistics, not answers, and none twice", async () => {
		const office = openOffice();
		office.set("latency", 300);
		const window = office.open();
		await pass(office, minute, { p95: 100 }, window);
		office.clock.advance(minute);
		stats(office, { p95: 400 });
		for (let time = 0; time < 5; time++) await window.refresh();
		// Another replica, with older statistics.
		stats(office, { p95: 400, ageMs: 20 * second });
		for (let time = 0; time < 5; time++) await window.refresh();
		assert.deepEqual(window.messages, []);
		await pass(office, minute, { p95: 400 }, window);
		assert.deepEqual(window.messages, [sentence]);
	});

	it("isn't shown for an existing excess when it's turned on", async () => {
		const office = openOffice();
		const window = office.open();
		await pass(office, minute, { p95: 400 }, window);
		office.set("latency", 300);
		await pass(office, 30 * minute, { p95: 400 }, window);
		assert.deepEqual(window.messages, []);
		await pass(office, 16 * minute, { p95: 100 }, window);
		await pass(office, 2 * minute, { p95: 400 }, window);
		assert.deepEqual(window.messages, [sentence]);
	});
});
