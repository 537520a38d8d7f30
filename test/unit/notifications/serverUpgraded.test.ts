import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import type { Slot } from "../../../src/core/deployments/slot.ts";
import type { NotificationKind } from "../../../src/core/notifications/notification.ts";
import type { ObservedChange } from "../../../src/core/notifications/observedChange.ts";
import { ServerVersions } from "../../../src/core/notifications/serverVersions.ts";
import { openMemory, type OpenMemory } from "../../support/memories.ts";
import { failureOf } from "../../support/recorded.ts";
import type { SlotParts } from "../../support/snapshotOf.ts";
import { now, kindOf, ready, deploymentWith, looking, subjects } from "./support/kindBench.ts";

describe("the notification of an upgraded server", () => {
	const [v1, v2] = ["v2.35.1+8b44bd6", "v2.36.0+5a3b1c0"];
	const runs = (version: string, slots: SlotParts = {}): Deployment =>
		deploymentWith(slots, {
			versions: [{ version, firstAt: now, lastAt: now }],
			inARow: 1,
			warnings: [],
		});
	const of = (version: string, more: Partial<Slot<unknown>> = {}) =>
		ready({ version }, { servedBy: version, ...more });
	let memory: OpenMemory;
	let kind: NotificationKind;

	beforeEach(() => {
		memory = openMemory();
		kind = kindOf("serverUpgraded", { memory });
		new ServerVersions(memory).lastUpgrade(runs(v1));
	});

	it("isn't due for the first version", async () => {
		assert.deepEqual(await kind.find(looking(runs(v1))), []);
		assert.equal(await kind.find(looking(deploymentWith({}))), undefined);
	});

	it("waits for the responses that show what it changed, but not for long", async () => {
		for (const [title, slots, waits] of [
			["the build was of the old version", { buildInfo: of(v1) }, true],
			["the build is requested", { buildInfo: of(v2, { loading: true }) }, true],
			[
				"options are requested",
				{ buildInfo: of(v2), deploymentConfig: of(v1, { loading: true }) },
				true,
			],
			["options are compared", { buildInfo: of(v2), deploymentConfig: of(v2) }, true],
			["options are old", { buildInfo: of(v2), deploymentConfig: of(v1) }, false],
			[
				"options can't be read",
				{ buildInfo: of(v2), deploymentConfig: of(v2, { failure: failureOf("forbidden") }) },
				false,
			],
			["there are no options", { buildInfo: of(v2) }, false],
		] as const) {
			const deployment = runs(v2, slots);
			const [first, early, late] = [
				await kind.find(looking(deployment)),
				await kind.find(looking(deployment, { now: now + 14_999 })),
				await kind.find(looking(deployment, { now: now + 15_000 })),
			];
			const subject = `${v1} → ${v2}`;
			assert.deepEqual(subjects(first), waits ? undefined : [subject], title);
			assert.deepEqual(subjects(early), waits ? undefined : [subject], title);
			assert.deepEqual(subjects(late), [subject], title);
		}
	});

	it("says what changed, and opens it", async () => {
		const deployment = runs(v2, { deploymentConfig: of(v2) });
		const context = looking(deployment);
		const seen = (from: string, to: string, changed: number, deprecated: number) => ({
			before: "x",
			at: now,
			changes: [],
			event: `${from}.json`,
			version: { from, to, changed, deprecated },
		});
		for (const [changed, deprecated, words] of [
			[0, 0, "no option changed"],
			[1, 0, "1 option changed"],
			[2, 1, "2 options changed, 1 now deprecated"],
		] as const) {
			const changes: readonly ObservedChange[] = [
				seen(v1, "v2.37.0", 7, 7),
				seen("v2.34.0", v2, 7, 7),
				seen(v1, v2, changed, deprecated),
			];
			kind = kindOf("serverUpgraded", { memory, changes });
			const [found] = (await kind.find(context)) ?? [];
			assert.ok(found);
			assert.equal(
				kind.sentence("Larkspur", [found], context),
				`Larkspur v2.35.1 → v2.36.0: ${words}.`,
			);
			const action = { command: "coderDeployment.compareConfiguration", argument: `${v1}.json` };
			assert.deepEqual(kind.buttons?.(found, context), [{ title: "Show Changes", action }]);
		}
	});

	it("says where the server went", async () => {
		for (const [version, sentence] of [
			[v2, "Larkspur was upgraded from v2.35.1 to v2.36.0."],
			["v2.34.0+1234567", "Larkspur was downgraded from v2.36.0 to v2.34.0."],
			[
				"v2.34.0+7654321",
				"Larkspur runs a different build of the same version: v2.34.0+7654321 instead of v2.34.0+1234567.",
			],
		] as const) {
			const context = looking(runs(version, { buildInfo: of(version) }));
			const [found] = (await kind.find(context)) ?? [];
			assert.ok(found);
			assert.equal(kind.sentence("Larkspur", [found], context), sentence);
			const action = { command: "coderDeployment.compareConfiguration" };
			assert.deepEqual(kind.buttons?.(found, context), [{ title: "Show Changes", action }]);
		}
	});

	it("leads to the release notes if the options can't be read", () => {
		const deploymentConfig = { failures: 1, loading: false, failure: failureOf("forbidden") };
		const buttons = (version: string) =>
			kind.buttons?.({ subject: "", words: "" }, looking(runs(version, { deploymentConfig })));
		const [button] = buttons(v2) ?? [];
		assert.equal(button?.title, "Release Notes");
		assert.deepEqual(button.action, {
			url: "https://github.com/coder/coder/releases/tag/v2.36.0",
		});
		assert.deepEqual(buttons("v2.37.0-devel+1234567"), []);
	});
});
