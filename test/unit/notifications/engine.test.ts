import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { Ledger } from "../../../src/core/notifications/ledger.ts";
import type {
	Notification,
	NotificationKind,
	Occurrence,
} from "../../../src/core/notifications/notification.ts";
import { NotificationEngine } from "../../../src/core/notifications/notificationEngine.ts";
import { switchSetting } from "../../../src/core/notifications/notificationSetting.ts";
import { WatchedSettings } from "../../../src/core/notifications/watchedSettings.ts";
import { openMemory } from "../../support/memories.ts";
import { saved } from "../../support/recorded.ts";

const day = 24 * 3_600_000;
const start = Date.parse("2026-03-05T10:00:00Z");
const setting = switchSetting("sample", false);
const kindPlace = { section: "findings" };
const ownPlace = { section: "health" };

describe("the notification engine", () => {
	let folder: string;
	let now: number;
	let wanted: unknown;
	let shown: Notification[];
	let errors: unknown[];
	/** How far the clock is ahead of the server's, in ms; undefined if they weren't compared. */
	let aheadByMs: number | undefined;
	let found: readonly Occurrence[] | undefined;

	beforeEach(async () => {
		folder = await mkdtemp(path.join(os.tmpdir(), "notices-"));
		now = start;
		wanted = true;
		shown = [];
		errors = [];
		aheadByMs = undefined;
		found = [];
	});
	afterEach(() => rm(folder, { recursive: true, force: true }));

	const usual: NotificationKind = {
		id: "sample",
		setting,
		reads: [],
		atOnce: true,
		find: () => found,
		sentence: (name, all) => `${name}: ${all.map(({ words }) => words).join()}`,
		place: kindPlace,
	};
	const one = (subject: string, more: Partial<Occurrence> = {}): Occurrence => ({
		subject,
		words: subject,
		...more,
	});

	/** Returns a function that checks a deployment. */
	const open = (kinds: readonly Partial<NotificationKind>[] = [{}], memory = openMemory()) => {
		const engine = new NotificationEngine({
			kinds: kinds.map((kind) => ({ ...usual, ...kind })),
			ledger: new Ledger(
				folder,
				() => now,
				(error) => errors.push(error),
			),
			watched: new WatchedSettings(memory),
			now: () => now,
			read: () => wanted,
			show: (notification) => shown.push(notification),
			reportError: (error) => errors.push(error),
		});
		const clock = aheadByMs === undefined ? {} : { clock: { aheadByMs, at: now } };
		const server = { versions: [], inARow: 0, warnings: [], ...clock };
		const deployment = { saved, server } as unknown as Deployment;
		return () => engine.check(deployment);
	};
	const messages = (): string[] => shown.map(({ message }) => message());

	it("offers to show what happened, and to turn the notification off", async () => {
		found = [one("a")];
		await open()();
		const [notification] = shown;
		assert.equal(notification?.severity, "information");
		assert.deepEqual(notification.buttons, [
			{ title: "Show", action: kindPlace },
			{ title: "Don't Show Again", action: { turnOff: setting } },
		]);
	});

	it("shows an occurrence's own place, unless there are several", async () => {
		const placed = { place: ownPlace };
		for (const [kinds, all, place] of [
			[[{}], [one("a", placed)], ownPlace],
			[[{}], [one("b", placed), one("c", placed)], kindPlace],
			[[{ place: undefined }], [one("d", placed), one("e")], ownPlace],
			[[{ place: undefined }], [one("f")], undefined],
		] as const) {
			found = all;
			await open(kinds as readonly Partial<NotificationKind>[])();
			const [button] = shown.at(-1)?.buttons ?? [];
			assert.deepEqual(button?.title === "Show" ? button.action : undefined, place);
		}
	});

	it("offers nothing about a kind without a place and a setting", async () => {
		found = [one("a")];
		const { setting: _setting, place: _place, ...bare } = usual;
		const engine = [bare].map((kind) => ({ ...kind, setting: undefined, place: undefined }));
		wanted = false;
		await open(engine as unknown as readonly Partial<NotificationKind>[])();
		assert.deepEqual(messages(), ["coder.larkspur.example: a"]);
		assert.deepEqual(shown[0]?.buttons, []);
	});

	it("takes severity and buttons from the kind", async () => {
		found = [one("a")];
		const buttons = [{ title: "Look", action: ownPlace }];
		await open([{ severity: "warning", buttons: () => buttons }])();
		assert.equal(shown[0]?.severity, "warning");
		assert.deepEqual(shown[0].buttons, buttons);
	});

	it("reports the first hundred occurrences, each once", async () => {
		found = Array.from({ length: 150 }, (_, index) => one(String(index)));
		const check = open();
		await check();
		await check();
		assert.equal(shown.length, 1);
		assert.equal(messages()[0]?.split(",").length, 100);
		assert.equal((await readdir(folder)).length, 100);
	});

	it("doesn't report what the user muted", async () => {
		found = [one("a", { quiet: true })];
		const check = open();
		await check();
		assert.deepEqual(messages(), []);
		found = [one("a"), one("b")];
		await check();
		assert.deepEqual(messages(), ["coder.larkspur.example: b"]);
	});

	it("checks again if something was learned during a check, and only then", async () => {
		let checks = 0;
		let go = (): void => undefined;
		const waiting = new Promise<void>((resolve) => (go = resolve));
		const check = open([
			{
				find: async () => {
					checks++;
					await waiting;
					return [];
				},
			},
		]);
		const all = [check(), check(), check()];
		go();
		await Promise.all(all);
		assert.equal(checks, 2);
		await check();
		assert.equal(checks, 3);
	});

	it("reports an error of a check, and continues with the other kinds", async () => {
		const error = new Error("broken");
		found = [one("a")];
		await open([{ id: "broken", find: () => Promise.reject(error) }, {}])();
		assert.deepEqual(errors, [error]);
		assert.deepEqual(messages(), ["coder.larkspur.example: a"]);
		assert.equal(shown[0]?.rank, 1);
	});

	it("starts afresh if a notification is turned off and on", async () => {
		const memory = openMemory();
		const check = open([{ atOnce: false }], memory);
		await check();
		found = [one("a")];
		wanted = false;
		await check();
		wanted = true;
		await check();
		assert.deepEqual(messages(), [], "it was there when it was turned on");
		found = [one("a"), one("b")];
		await check();
		assert.deepEqual(messages(), ["coder.larkspur.example: b"]);
	});

	it("deletes old entries only when the server confirms the clock", async () => {
		found = [one("a")];
		await open()();
		found = [];
		now += 91 * day;
		for (const ahead of [undefined, 2 * day]) {
			aheadByMs = ahead;
			await open()();
			assert.equal((await readdir(folder)).length, 1);
		}
		aheadByMs = 0;
		await open()();
		assert.deepEqual(await readdir(folder), []);
		assert.deepEqual(errors, []);
	});
});
