import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { initialServerState, type ServerState } from "../../../src/core/deployments/server.ts";
import type { Slot } from "../../../src/core/deployments/slot.ts";
import { endpointIds } from "../../../src/core/coder/endpoints.ts";
import type { Findings } from "../../../src/core/findings/finding.ts";
import type { EndpointId } from "../../../src/core/coder/model.ts";
import type {
	CheckContext,
	NotificationKind,
	Occurrence,
} from "../../../src/core/notifications/notification.ts";
import type { ObservedChange } from "../../../src/core/notifications/observedChange.ts";
import { notificationKinds } from "../../../src/core/notifications/notificationKinds.ts";
import { ServerVersions } from "../../../src/core/notifications/serverVersions.ts";
import { UpdateMuting } from "../../../src/core/notifications/updateMuting.ts";
import { assertGolden } from "../../support/golden.ts";
import { openMemory } from "../../support/memories.ts";
import { failureOf, saved } from "../../support/recorded.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const now = 100 * day;

const none = { shown: [], muted: [] } as unknown as Findings;
let changes: readonly ObservedChange[] | undefined;
let findings: Findings = none;
let memory = openMemory();
const openKinds = (): readonly NotificationKind[] =>
	notificationKinds({
		muting: new UpdateMuting(memory),
		versions: new ServerVersions(memory),
		findings: () => Promise.resolve(findings),
		changes: () => Promise.resolve(changes),
	});

const kindOf = (id: string): NotificationKind => {
	const kind = openKinds().find((one) => one.id === id);
	assert.ok(kind, id);
	return kind;
};

const ready = (value: unknown, more: Partial<Slot<unknown>> = {}): Slot<unknown> => ({
	failures: 0,
	loading: false,
	value,
	at: now,
	...more,
});

/** Returns a deployment whose other endpoints weren't requested. */
function deploymentWith(
	slots: Partial<Record<EndpointId, Slot<unknown>>>,
	server: ServerState = initialServerState,
): Deployment {
	const snapshot = Object.fromEntries(
		endpointIds.map((id) => [id, slots[id] ?? { failures: 0, loading: false }]),
	);
	return { saved, snapshot, server } as unknown as Deployment;
}

/** Returns the context of a check; no other kind is wanted. */
const looking = (deployment: Deployment, more: Partial<CheckContext> = {}): CheckContext => ({
	deployment,
	now,
	wanted: true,
	isWanted: () => false,
	...more,
});

const subjects = (found: readonly Occurrence[] | undefined): unknown =>
	found?.map(({ subject }) => subject);

describe("the kinds of notifications", () => {
	it("have these names, settings, and times", () => {
		const facts = openKinds().map(({ id, setting, reads, atOnce, overAfterMs, place, severity }) =>
			[
				id,
				`  setting: ${setting ? `${setting.name}, ${String(setting.default)}` : "none"}`,
				`  reads: ${reads.length > 0 ? reads.join(", ") : "nothing"}`,
				`  reports what was there before: ${String(atOnce === true)}`,
				`  over after: ${overAfterMs === undefined ? "never" : `${overAfterMs / minute} min`}`,
				`  place: ${place ? JSON.stringify(place) : "none"}`,
				`  severity: ${severity ?? "information"}`,
			].join("\n"),
		);
		assertGolden("notification-kinds", `${facts.join("\n\n")}\n`);
	});

	it("find nothing while nothing is known", async () => {
		changes = undefined;
		for (const kind of openKinds()) {
			const found = await kind.find(looking(deploymentWith({})));
			assert.equal(found, undefined, kind.id);
		}
	});
});

describe("the notification of changed options and experiments", () => {
	const option = (id: string, more: object = {}) => ({
		kind: "option" as const,
		id,
		name: id.toLowerCase(),
		text: "a → b",
		...more,
	});
	const experiment = { kind: "experiment" as const, id: "oauth2", name: "oauth2", text: "on" };
	const seenAt = (at: number, ...all: ObservedChange["changes"]): ObservedChange => ({
		before: "x",
		at,
		changes: all,
		event: "e.json",
	});
	const find = async (id: string, wanted: readonly string[], ...seen: ObservedChange[]) => {
		changes = seen;
		const isWanted = (other: string) => wanted.includes(other);
		return kindOf(id).find(looking(deploymentWith({}), { isWanted }));
	};

	it("finds those of the last day", async () => {
		const seen = [1, 2, 3].map((hours) =>
			seenAt(now - day + (2 - hours) * minute, option(`CODER_${String(hours)}`)),
		);
		assert.deepEqual(subjects(await find("configurationChanged", [], ...seen)), ["x\nCODER_1"]);
	});

	it("leaves out what isn't set, and changes without options", async () => {
		const seen = seenAt(now, option("CODER_B"), option("CODER_A"), experiment);
		const unset = seenAt(now, option("CODER_C", { unset: true }));
		const found = await find("configurationChanged", [], seen, unset, seenAt(now, experiment));
		assert.deepEqual(found, [
			{
				subject: "x\nCODER_A\nCODER_B",
				words: "coder_b, coder_a",
				place: { command: "coderDeployment.compareConfiguration", argument: "e.json" },
			},
		]);
		assert.deepEqual(await find("experimentsChanged", [], seen, unset), [
			{ subject: "x\noauth2", words: "oauth2 (on)", place: { section: "experiments" } },
		]);
	});

	it("distinguishes repeated changes by their values if there is no history, and undoes them", async () => {
		const { event: _event, ...seen } = seenAt(now, option("CODER_A"), experiment);
		const back = [option("CODER_A", { text: "b → a" }), { ...experiment, text: "off" }];
		const own = { ...seen, before: "", back };
		assert.deepEqual(await find("configurationChanged", [], own), [
			{
				subject: "\nCODER_A a → b",
				words: "coder_a",
				place: { command: "coderDeployment.openConfiguration", argument: "@id:CODER_A" },
				undoes: "\nCODER_A b → a",
			},
		]);
		const [found] = (await find("experimentsChanged", [], own)) ?? [];
		assert.equal(found?.undoes, "\noauth2 off");
	});

	const experiments = option("CODER_EXPERIMENTS");

	it("reports a change of experiments once, whichever answer arrives first", async () => {
		const both = ["configurationChanged", "experimentsChanged"];
		for (const [title, seen, options, ofExperiments] of [
			["together", [seenAt(now, experiments, experiment)], 0, 1],
			["experiments first", [seenAt(now, experiments), seenAt(now - minute, experiment)], 0, 1],
			["option first", [seenAt(now, experiment), seenAt(now - minute, experiments)], 1, 0],
			[
				"experiments long before",
				[seenAt(now, experiments), seenAt(now - 15 * minute, experiment)],
				1,
				1,
			],
			[
				"option long before",
				[seenAt(now, experiment), seenAt(now - 15 * minute, experiments)],
				1,
				1,
			],
			[
				"later experiments",
				[seenAt(now, experiment), seenAt(now - 20 * minute, experiments)],
				1,
				1,
			],
		] as const) {
			for (const [id, count] of [
				["configurationChanged", options],
				["experimentsChanged", ofExperiments],
			] as const) {
				assert.equal((await find(id, both, ...seen))?.length, count, `${id}: ${title}`);
				assert.equal((await find(id, [], ...seen))?.length, 1, `${id} alone: ${title}`);
			}
		}
	});

	it("reports other options together with that of the experiments", async () => {
		const seen = seenAt(now, experiments, option("CODER_A"), experiment);
		const found = await find("configurationChanged", ["experimentsChanged"], seen);
		assert.deepEqual(subjects(found), ["x\nCODER_A"]);
	});
});

describe("the notification of worse health", () => {
	let kind: NotificationKind;
	beforeEach(() => {
		kind = kindOf("healthWorse");
	});

	it("waits until the report and what was dismissed are known", () => {
		const health = ready({ parts: {} });
		for (const slots of [
			{ health: { failures: 0, loading: true } },
			{ health: { ...health, failure: failureOf("network") } },
			{ health, healthSettings: { failures: 0, loading: true } },
		])
			assert.equal(kind.find(looking(deploymentWith(slots))), undefined);
	});

	it("says what got worse", () => {
		const one = { subject: "derp error", words: "DERP: x" };
		const context = looking(deploymentWith({}));
		assert.equal(
			kind.sentence("Larkspur", [one], context),
			"The health of Larkspur got worse. DERP: x.",
		);
		assert.equal(
			kind.sentence("Larkspur", [one, { subject: "access_url error", words: "URL: y" }], context),
			"The health of Larkspur got worse: DERP: x, URL: y.",
		);
	});
});

describe("the notification of high-severity findings", () => {
	let kind: NotificationKind;
	beforeEach(() => {
		kind = kindOf("highFindings");
	});

	const finding = (rule: string, severity: string) => ({
		rule,
		severity,
		options: ["CODER_A", "CODER_B"],
		title: `Title of ${rule}`,
	});
	const known = { deploymentConfig: ready({ options: [] }) };

	it("finds those with high severity, and remembers muted ones", async () => {
		findings = {
			shown: [finding("a", "high"), finding("b", "warning")],
			muted: [finding("c", "high"), finding("d", "info")],
		} as unknown as Findings;
		assert.deepEqual(await kind.find(looking(deploymentWith(known))), [
			{ subject: "a CODER_A,CODER_B", words: "Title of a", quiet: false },
			{ subject: "c CODER_A,CODER_B", words: "Title of c", quiet: true },
		]);
	});

	it("waits until everything that rules need is known", async () => {
		findings = none;
		assert.deepEqual(await kind.find(looking(deploymentWith(known))), []);
		const failure = failureOf("serverError");
		for (const slots of [
			{},
			{ deploymentConfig: { ...known.deploymentConfig, failure } },
			...kind.reads.map((id) => ({
				...known,
				[id]: { ...ready(id === "deploymentConfig" ? { options: [] } : undefined), loading: true },
			})),
		])
			assert.equal(await kind.find(looking(deploymentWith(slots))), undefined);
	});

	it("says how many there are", () => {
		const one = (words: string) => ({ subject: words, words });
		const context = looking(deploymentWith({}));
		assert.equal(
			kind.sentence("Larkspur", [one("A")], context),
			"New high-severity finding for Larkspur: A.",
		);
		assert.equal(
			kind.sentence("Larkspur", [one("A"), one("B")], context),
			"2 new high-severity findings for Larkspur: A, B.",
		);
	});
});

describe("the notifications of thresholds", () => {
	const stats = (failed: number | undefined, latencyP95Ms: number | undefined, at = now) =>
		ready({
			collectedAt: at,
			latencyP95Ms,
			workspaces: failed === undefined ? [] : [{ name: "failed", count: failed }],
		});
	const find = (id: string, deploymentStats: Slot<unknown>, wanted: CheckContext["wanted"]) =>
		kindOf(id).find(looking(deploymentWith({ deploymentStats }), { wanted }));

	it("find failed workspaces above the number", async () => {
		const above = [{ subject: "above", words: "4" }];
		assert.deepEqual(await find("failedWorkspaces", stats(4, 0), 3), above);
		assert.deepEqual(await find("failedWorkspaces", stats(3, 0), 3), []);
		assert.equal(await find("failedWorkspaces", stats(undefined, 0), 3), undefined);
		assert.equal(await find("failedWorkspaces", stats(4, 0), true), undefined);
		const failure = failureOf("network");
		assert.equal(await find("failedWorkspaces", { ...stats(4, 0), failure }, 3), undefined);
	});

	it("say how many workspaces failed", () => {
		const kind = kindOf("failedWorkspaces");
		const context = looking(deploymentWith({}), { wanted: 1000 });
		const say = (words: string) =>
			kind.sentence("Larkspur", [{ subject: "above", words }], context);
		assert.equal(say("1"), "1 workspace of Larkspur has failed.");
		assert.equal(say("1,001"), "1,001 workspaces of Larkspur have failed, more than 1,000.");
	});

	it("count samples of the latency above the number", () => {
		const deployments = new Map<string, Deployment>();
		const kind = kindOf("latency");
		/** Returns what's found for a sample, in ms and minutes. */
		const sample = (
			name: string,
			ms: number | undefined,
			at: number,
			wanted: true | number = 300,
		) => {
			const one = deployments.get(name) ?? deploymentWith({});
			deployments.set(name, one);
			(one.snapshot as { deploymentStats: unknown }).deploymentStats = stats(0, ms, at * minute);
			return kind.find(looking(one, { wanted }));
		};
		const found = [{ subject: "above", words: "400 ms" }];
		assert.deepEqual(sample("a", 300, 1), []);
		assert.equal(sample("a", 400, 2), undefined);
		assert.equal(sample("a", 400, 3), undefined);
		assert.deepEqual(sample("a", 400, 4), found);
		assert.deepEqual(sample("a", 200, 3), found, "an older one doesn't count");
		assert.deepEqual(sample("a", 400, 5), found);
		assert.deepEqual(sample("a", undefined, 6), []);
		assert.equal(sample("a", 400, 7), undefined);
		assert.equal(sample("a", 400, 8), undefined);
		assert.equal(sample("a", 400, 9, 350), undefined, "the count restarts with another setting");
		assert.equal(sample("a", 400, 10, 350), undefined);
		assert.deepEqual(sample("a", 400, 11, 350), found);
		assert.equal(sample("a", 400, -4, 350), undefined, "the clock was set back");
		assert.equal(sample("a", 400, -3, 350), undefined);
		assert.deepEqual(sample("a", 400, -2, 350), found);
		assert.equal(sample("a", 400, -1, true), undefined);
		for (const minutes of [1, 2]) assert.equal(sample("b", 400, minutes), undefined);
		assert.equal(sample("c", 400, 3), undefined, "of another deployment");
		assert.deepEqual(sample("b", 400, 3), found);
	});
});

describe("the notification of an ended session", () => {
	let kind: NotificationKind;
	beforeEach(() => {
		kind = kindOf("sessionEnded");
	});

	const ended = { failure: failureOf("signedOut", { message: "It has ended." }) };

	it("offers to sign in again", () => {
		const found = { subject: "ended", words: "It has ended." };
		const user = { failures: 1, loading: false, ...ended };
		const context = looking(deploymentWith({ user }));
		assert.deepEqual(kind.find(context), [found]);
		assert.deepEqual(kind.buttons?.(found, context), [
			{ title: "Sign In Again", action: { command: "coderDeployment.signInAgain" } },
		]);
	});

	it("mentions data that requires the session, and only that", () => {
		const found = [{ subject: "ended", words: "It has ended." }] as const;
		const say = (slots: Parameters<typeof deploymentWith>[0]) =>
			kind.sentence("Larkspur", found, looking(deploymentWith(slots)));
		assert.equal(say({ buildInfo: ready({}) }), "Larkspur: It has ended.");
		const shown = "It has ended. Showing the last known data for Larkspur.";
		assert.equal(say({ user: ready({}) }), shown);
		assert.equal(say({ experiments: ready([], ended) }), shown);
	});
});

describe("the notification of an upgraded server", () => {
	const [v1, v2] = ["v2.35.1+8b44bd6", "v2.36.0+5a3b1c0"];
	const runs = (version: string, slots: Parameters<typeof deploymentWith>[0] = {}): Deployment =>
		deploymentWith(slots, {
			versions: [{ version, firstAt: now, lastAt: now }],
			inARow: 1,
			warnings: [],
		});
	const of = (version: string, more: Partial<Slot<unknown>> = {}) =>
		ready({ version }, { servedBy: version, ...more });
	let kind: NotificationKind;

	beforeEach(() => {
		memory = openMemory();
		changes = undefined;
		kind = kindOf("serverUpgraded");
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
			changes = [
				seen(v1, "v2.37.0", 7, 7),
				seen("v2.34.0", v2, 7, 7),
				seen(v1, v2, changed, deprecated),
			];
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
		memory = openMemory();
		await new UpdateMuting(memory).putOff(saved.key, "v2.36.0", now - 7 * day);
		const kind = kindOf("updateAvailable");
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

describe("the notification of a license that ends soon", () => {
	it("is due two weeks before its end, once the license has been read", () => {
		const kind = kindOf("licenseEndsSoon");
		const entitlements = ready({ trial: false, hasLicense: true, features: [] });
		const find = (endsAt: number | undefined, slots = {}) =>
			kind.find(
				looking(
					deploymentWith({
						entitlements,
						licenses: ready(endsAt === undefined ? [] : [{ endsAt }]),
						...slots,
					}),
				),
			);
		const soon = now + 14 * day - minute;
		assert.deepEqual(find(soon), [{ subject: String(soon), words: "in 14 days" }]);
		for (const end of [now + 14 * day, now - day, undefined]) assert.deepEqual(find(end), []);
		assert.equal(find(soon, { licenses: { failures: 0, loading: true } }), undefined);
		assert.equal(find(soon, { entitlements: { failures: 0, loading: true } }), undefined);
	});
});
