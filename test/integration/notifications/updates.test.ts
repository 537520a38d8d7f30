import assert from "node:assert/strict";
import "../../support/stable.ts";
import { commandIds } from "../../../src/core/commands/commandIds.ts";
import type { ApiFailure } from "../../../src/core/http/failure.ts";
import { openMemory } from "../../support/memories.ts";
import { saved, type Recording } from "../../support/recorded.ts";
import { openOffice } from "./support/office.ts";

const day = 24 * 3_600_000;
const buildInfo = { body: { version: "v2.35.1+8b44bd6", external_url: "https://github.com/c" } };
const release = (version: string, current = false): Recording => ({
	buildInfo,
	updateCheck: { body: { current, version, url: `https://github.com/releases/${version}` } },
});
const sentence = (version: string) =>
	`Coder ${version} is available for coder.larkspur.example, which runs v2.35.1.`;

describe("notifications of updates", () => {
	it("are shown once per version, even after a restart or when closed", async () => {
		const office = openOffice();
		office.answer(release("v2.36.0"));
		const window = office.open();
		await window.refresh();
		await window.refresh();
		assert.deepEqual(window.messages, [sentence("v2.36.0")]);
		for (const days of [0, 1, 89, 89]) {
			office.clock.advance(days * day);
			const restarted = office.open();
			await restarted.refresh();
			assert.deepEqual(restarted.messages, []);
		}
		office.answer(release("v2.37.0"));
		const later = office.open();
		await later.refresh();
		assert.deepEqual(later.messages, [sentence("v2.37.0")]);
		assert.deepEqual(office.errors, []);
	});

	it("are shown in one window only, whatever the others remember", async () => {
		const office = openOffice();
		office.answer(release("v2.36.0"));
		const windows = Array.from({ length: 6 }, () => office.open(openMemory()));
		await Promise.all(windows.map((window) => window.refresh()));
		assert.equal(windows.flatMap(({ messages }) => messages).length, 1);
	});

	it("are shown again seven days after they were snoozed, once and in one window", async () => {
		const office = openOffice();
		office.answer(release("v2.36.0"));
		const window = office.open();
		await window.refresh();
		await window.muting.putOff(saved.key, "v2.36.0", office.clock.now());
		for (const days of [0, 1, 5]) {
			office.clock.advance(days * day);
			const restarted = office.open();
			await restarted.refresh();
			assert.deepEqual(restarted.messages, [], `after ${days} days`);
		}
		office.clock.advance(day);
		const [one, other] = [office.open(), office.open()];
		await Promise.all([one.refresh(), other.refresh(), window.refresh()]);
		const again = [one, other, window].flatMap(({ messages }) => messages.slice(-1));
		assert.equal([...one.messages, ...other.messages, ...window.messages.slice(1)].length, 1);
		assert.equal(again[0], sentence("v2.36.0"));
		office.clock.advance(30 * day);
		const later = office.open();
		await later.refresh();
		assert.deepEqual(later.messages, []);
	});

	it("of a newer version aren't affected by a snoozed one", async () => {
		const office = openOffice();
		office.answer(release("v2.36.0"));
		const window = office.open();
		await window.muting.putOff(saved.key, "v2.36.0", office.clock.now());
		office.answer(release("v2.36.1"));
		await window.refresh();
		assert.deepEqual(window.messages, [sentence("v2.36.1")]);
	});

	it("that are muted for a version are shown for the next one", async () => {
		const office = openOffice();
		const window = office.open();
		await window.muting.mute(saved.key, "v2.36.0");
		office.answer(release("v2.36.0"));
		await window.refresh();
		assert.deepEqual(window.messages, []);
		office.answer(release("v2.37.0"));
		await window.refresh();
		assert.deepEqual(window.messages, [sentence("v2.37.0")]);
	});

	it("that are muted for a deployment are shown after unmuting", async () => {
		const office = openOffice();
		const window = office.open();
		await window.muting.mute(saved.key, "*");
		await window.muting.mute("another", "v2.38.0");
		for (const version of ["v2.36.0", "v2.37.0"]) {
			office.answer(release(version));
			await window.refresh();
		}
		assert.deepEqual(window.messages, []);
		await window.muting.unmute(saved.key);
		await window.look();
		assert.deepEqual(window.messages, [sentence("v2.37.0")]);
		assert.equal(window.muting.muted("another"), "v2.38.0");
	});

	it("aren't shown while they are turned off", async () => {
		const office = openOffice();
		office.set("updateAvailable", undefined);
		office.answer(release("v2.36.0"));
		const window = office.open();
		await window.refresh();
		assert.deepEqual(window.messages, []);
		office.set("updateAvailable", true);
		await window.look();
		assert.deepEqual(window.messages, [sentence("v2.36.0")]);
	});

	it("aren't shown if the server is up to date, ahead, or was never checked", async () => {
		const office = openOffice();
		const window = office.open();
		for (const answer of [
			{ buildInfo },
			release("v2.35.1", true),
			release("v2.34.2", true),
			release("v2.35.1+8b44bd6", true),
		]) {
			office.answer(answer);
			await window.refresh();
		}
		assert.deepEqual(window.messages, []);
	});

	it("lead to the preview, or to the release notes if there is nothing to preview", async () => {
		const forbidden = {
			kind: "forbidden",
			message: "No.",
			advice: "",
			action: "retry",
			causes: [],
		};
		const body = { options: [] };
		const firstButton = async (
			version: string,
			deploymentConfig: Recording["deploymentConfig"],
		) => {
			const office = openOffice();
			const window = office.open();
			office.answer({
				...release("v2.36.0"),
				buildInfo: { body: { version, external_url: "" } },
				...(deploymentConfig && { deploymentConfig }),
			});
			await window.refresh();
			return window.notifications[0]?.buttons[0];
		};
		const notes = {
			title: "Release Notes",
			action: { url: "https://github.com/releases/v2.36.0" },
		};
		const preview = { title: "Preview Upgrade", action: { command: commandIds.previewUpgrade } };
		assert.deepEqual(await firstButton("v2.30.1+8b44bd6", { body }), preview);
		assert.deepEqual(await firstButton("v2.35.1+8b44bd6", { body }), notes);
		assert.deepEqual(
			await firstButton("v2.30.1+8b44bd6", { failure: forbidden as ApiFailure }),
			notes,
		);
	});

	it("survive damaged state, which doesn't contain plain deployment names", async () => {
		const office = openOffice();
		office.answer(release("v2.36.0"));
		for (const stored of [null, "x", 7, [], {}]) {
			office.memory.put("updateMuting", stored);
			const { muting } = office.open();
			assert.equal(muting.muted(saved.key), undefined);
			await muting.mute(saved.key, "v2.36.0");
			assert.ok(muting.isMuted(saved.key, "v2.36.0"));
			const text = office.memory.text();
			assert.ok(!text.includes(saved.key) && !text.includes("larkspur"), text);
			for (const damage of [null, 7, { muted: 7, later: 7 }, { later: { version: 1, at: "x" } }]) {
				const [hash = ""] = Object.keys(office.memory.get("updateMuting") as object);
				office.memory.put("updateMuting", { [hash]: damage });
				assert.equal(muting.muted(saved.key), undefined);
				assert.equal(muting.putOffUntil(saved.key, "v2.36.0"), undefined);
				await muting.mute(saved.key, "v2.36.0");
			}
		}
	});
});
