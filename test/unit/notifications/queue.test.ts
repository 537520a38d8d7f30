import assert from "node:assert/strict";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import type { Notification } from "../../../src/core/notifications/notification.ts";
import { NotificationQueue } from "../../../src/core/notifications/notificationQueue.ts";

const notification = (message: string, rank: number): Notification => ({
	kind: message,
	rank,
	deployment: {} as Deployment,
	message: () => message,
	severity: "information",
	buttons: [],
});

describe("the notification queue", () => {
	let shown: string[][];
	let gone: Set<string>;
	let closeMessage: (() => void) | undefined;
	let queue: NotificationQueue;
	let clock: () => void;
	const realTimeout = globalThis.setTimeout;

	/** Lets the time for collecting pass, and everything that waits for it. */
	const pass = async (): Promise<void> => {
		clock();
		await new Promise((resolve) => realTimeout(resolve, 5));
	};

	beforeEach(() => {
		shown = [];
		gone = new Set();
		closeMessage = undefined;
		let due: (() => void)[] = [];
		globalThis.setTimeout = ((run: () => void) => due.push(run)) as unknown as typeof setTimeout;
		clock = () => {
			const now = due;
			due = [];
			for (const run of now) run();
		};
		let quiet = Promise.resolve();
		queue = new NotificationQueue({
			quiet: () => quiet,
			isCurrent: ({ message }) => !gone.has(message()),
			show: (notifications) => {
				shown.push(notifications.map(({ message }) => message()));
				quiet = new Promise((resolve) => (closeMessage = resolve));
			},
		});
	});
	afterEach(() => {
		queue.dispose();
		globalThis.setTimeout = realTimeout;
	});

	it("shows what is due at the same time together, most important first", async () => {
		queue.add(notification("update", 9));
		queue.add(notification("session ended", 0));
		queue.add(notification("health", 2));
		assert.deepEqual(shown, []);
		await pass();
		assert.deepEqual(shown, [["session ended", "health", "update"]]);
	});

	it("shows nothing while another message is open, and then everything that became due", async () => {
		queue.add(notification("update", 9));
		await pass();
		queue.add(notification("experiments", 5));
		await pass();
		queue.add(notification("health", 2));
		await pass();
		assert.deepEqual(shown, [["update"]]);
		closeMessage?.();
		await pass();
		assert.deepEqual(shown, [["update"], ["health", "experiments"]]);
		closeMessage?.();
		await pass();
		assert.equal(shown.length, 2);
	});

	it("drops what is no longer true, such as news of a removed deployment", async () => {
		queue.add(notification("update", 9));
		queue.add(notification("health", 2));
		gone.add("health");
		await pass();
		assert.deepEqual(shown, [["update"]]);
		closeMessage?.();
		queue.add(notification("late", 1));
		gone.add("late");
		await pass();
		assert.deepEqual(shown, [["update"]]);
	});

	it("shows nothing after disposal", async () => {
		queue.add(notification("update", 9));
		queue.dispose();
		await pass();
		assert.deepEqual(shown, []);
	});
});
