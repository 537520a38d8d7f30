import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { Occurrence } from "../../../src/core/notifications/notification.ts";
import { UpdateMuting } from "../../../src/core/notifications/updateMuting.ts";
import { openMemory } from "../../support/memories.ts";
import { saved } from "../../support/recorded.ts";
import { now, kindOf, ready, deploymentWith, looking, subjects } from "./support/kindBench.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

describe("the notification of an update", () => {
	const update = (version: string, own: string | undefined, more = {}) =>
		deploymentWith({
			updateCheck: ready({ current: false, version, url: "https://github.com/releases/x" }),
			...(own !== undefined && { buildInfo: ready({ version: own }) }),
			...more,
		});

	it("offers to preview or read about it, to postpone it, and to turn it off", async () => {
		const kind = kindOf("updateAvailable");
		const others = [
			{ title: "Remind Me Later", action: { putOffUpdate: "v2.36.0" } },
			{ title: "Don't Show Again…", action: { muteUpdate: "v2.36.0" } },
		];
		const preview = {
			title: "Preview Upgrade",
			action: { command: "coderDeployment.previewUpgrade" },
		};
		const notes = { title: "Release Notes", action: { url: "https://github.com/releases/x" } };
		for (const [own, first] of [
			["v2.34.0+1234567", preview],
			["v2.35.0+1234567", notes],
			["v1.0.0", notes],
			[undefined, notes],
		] as const) {
			const context = looking(update("v2.36.0", own));
			const found = await kind.find(context);
			assert.deepEqual(found, [{ subject: "v2.36.0", words: "v2.36.0" }]);
			assert.deepEqual(kind.buttons?.({ subject: "", words: "v2.36.0" }, context), [
				first,
				...others,
			]);
		}
		const gone = looking(deploymentWith({}));
		assert.deepEqual(kind.buttons?.({ subject: "", words: "v2.36.0" }, gone), others);
	});

	it("names an unknown version as such", () => {
		const kind = kindOf("updateAvailable");
		const found = [{ subject: "", words: "v2.36.0" }] as const;
		assert.equal(
			kind.sentence("Larkspur", found, looking(deploymentWith({}))),
			"Coder v2.36.0 is available for Larkspur, which runs ?.",
		);
	});

	it("is due again when it was postponed until now, by a clock that was right", async () => {
		const memory = openMemory();
		await new UpdateMuting(memory).putOff(saved.key, "v2.36.0", now - 7 * day);
		const kind = kindOf("updateAvailable", { memory });
		const find = (at: number, version = "v2.36.0") =>
			kind.find(looking(update(version, undefined), { now: at }));
		assert.deepEqual(find(now - 1), []);
		assert.deepEqual(find(now - 7 * day), []);
		const again = [`v2.36.0 ${String(now)}`];
		assert.deepEqual(subjects(find(now) as readonly Occurrence[]), again);
		assert.deepEqual(
			subjects(find(now - 7 * day - 1) as readonly Occurrence[]),
			again,
			"an odd clock",
		);
		assert.deepEqual(subjects(find(now - 1, "v2.37.0") as readonly Occurrence[]), ["v2.37.0"]);
	});
});
