import assert from "node:assert/strict";
import type { JsonObject } from "../../../src/core/base/json.ts";
import { mainBuild } from "../../../src/core/coder/release.ts";
import type { UpdateState } from "../../../src/core/coder/updateState.ts";
import { releaseEdition, serverEdition } from "../../../src/core/upgrade/edition.ts";
import type { UpgradeSection } from "../../../src/core/upgrade/lines.ts";
import { noUpgrade, upgradePlan } from "../../../src/core/upgrade/plan.ts";
import { defaultTarget, readTarget } from "../../../src/core/upgrade/target.ts";
import { upgradedOptions } from "../../../src/core/upgrade/upgradedOptions.ts";
import { exportText } from "../../../src/core/export/exportText.ts";
import { needFixtures } from "../../support/fixtures.ts";
import { liveBuilds, liveConfig } from "../../support/liveConfigs.ts";
import { configWith } from "../export/support/configs.ts";

const available = (latest: string): UpdateState => ({ kind: "available", latest, url: "" });
const linesOf = ([first]: readonly UpgradeSection[]) =>
	(first?.groups ?? []).flatMap(({ lines }) => lines);

describe("the target of an upgrade", () => {
	it("is the latest stable release by default, as the server reports it", () => {
		assert.deepEqual(defaultTarget(releaseEdition(15), available("v2.31.4")), { release: 31 });
		assert.deepEqual(defaultTarget(releaseEdition(15), { kind: "notChecked" }), { release: 35 });
	});

	it("is never the development build, unless it's selected", () => {
		assert.deepEqual(defaultTarget(releaseEdition(35), { kind: "unknown" }), {});
		assert.deepEqual(Object.keys(defaultTarget(releaseEdition(35), available("v2.99.0"))), [
			"note",
		]);
		assert.deepEqual(defaultTarget(releaseEdition(mainBuild), { kind: "unknown" }), {});
	});

	it("is newer than the deployment, whatever the server calls the latest", () => {
		assert.deepEqual(defaultTarget(releaseEdition(31), available("v2.31.4")), { release: 35 });
		assert.deepEqual(defaultTarget(releaseEdition(32), available("v2.31.4")), { release: 35 });
		assert.deepEqual(defaultTarget(releaseEdition(35), available("v2.35.1")), {});
		const url = "https://e.example";
		for (const kind of ["current", "ahead"] as const)
			assert.deepEqual(defaultTarget(releaseEdition(15), { kind, latest: "v2.99.0", url }), {
				release: 35,
			});
	});

	it("is the newest known release if the latest isn't known, with a note", () => {
		const { release, note } = defaultTarget(releaseEdition(15), available("v2.99.0"));
		assert.equal(release, 35);
		assert.equal(note, "v2.99.0 is available, but only releases up to v2.35 are known.");
	});

	it("is restored from a page's state, whatever that contains", () => {
		assert.deepEqual(readTarget({ kind: "release", release: 20 }), {
			kind: "release",
			release: 20,
		});
		assert.deepEqual(readTarget({ kind: "deployment", deployment: "a", more: 1 }), {
			kind: "deployment",
			deployment: "a",
		});
		for (const release of [0, mainBuild])
			assert.deepEqual(readTarget({ kind: "release", release }), { kind: "release", release });
		for (const wrong of [
			undefined,
			null,
			"v2.20",
			() => "v2.20",
			{ kind: "release", release: -1 },
			{ kind: "release", release: 1.5 },
			{ kind: "release", release: 1e9 },
			{ kind: "release", release: "20" },
			{ kind: "deployment", deployment: 1 },
			{ kind: "deployment" },
			{ kind: "other", deployment: "a" },
			{ kind: "other", release: 20 },
			{ kind: "release", release: mainBuild + 1 },
			{ kind: "release", deployment: "a" },
			{ release: 20 },
			{ kind: "__proto__" },
		])
			assert.equal(readTarget(wrong), undefined, JSON.stringify(wrong));
	});

	it("has an explanation if it's older, equal, or missing", () => {
		const [old, current] = [releaseEdition(20), releaseEdition(35)];
		assert.equal(noUpgrade("a", old, current), undefined);
		assert.match(
			noUpgrade("a", current, old) ?? "",
			/^a runs v2\.35, which is newer than v2\.20\./,
		);
		assert.equal(noUpgrade("a", old, old), "a already runs v2.20.");
		assert.equal(
			noUpgrade("a", { ...old, name: "v2.20.3" }, old),
			"v2.20 has the same options as v2.20.3, which a runs.",
		);
		assert.equal(
			noUpgrade("a", current, undefined),
			"a already runs the newest known release. You can still select a development build.",
		);
		assert.equal(
			noUpgrade("a", releaseEdition(mainBuild), undefined),
			"a already runs the newest version that can be previewed.",
		);
	});
});

describe("the version that a server runs", () => {
	it("comes from the tables if they cover it, and otherwise from the server", () => {
		const { options } = configWith({ env: "CODER_INVENTED", name: "Invented", default: "7" });
		const known = serverEdition("v2.20.1+abcdef0", options);
		assert.deepEqual([known?.known, known?.release, known?.name], [true, 20, "v2.20.1"]);
		assert.ok(!known?.states.has("CODER_INVENTED"));
		const later = serverEdition("v2.40.0+abcdef0", options);
		assert.deepEqual([later?.known, later?.release], [false, 41]);
		assert.equal(later?.states.get("CODER_INVENTED")?.default, "7");
		assert.equal(serverEdition("v2.30.0-devel+abcdef0", options)?.release, 30.5);
		assert.equal(serverEdition("v2.33.0-rc.1+abcdef0", options)?.release, 32.5);
		assert.equal(serverEdition("v0.0.0-devel+abc", options), undefined);
		assert.equal(serverEdition("nonsense", options), undefined);
	});
});

describe("the text of an upgrade preview", () => {
	const plan = (
		options: readonly JsonObject[],
		from = 15,
		to = mainBuild,
		experiments: readonly string[] = [],
	) =>
		upgradePlan("a", "v2", releaseEdition(from), releaseEdition(to), {
			options: configWith(...options).options,
			experiments,
		});

	it("starts with what stops the server", () => {
		const { sections } = plan(
			[
				{ env: "CODER_PG_AUTH", value: "password", value_source: "env" },
				{ env: "CODER_IN_MEMORY", value: true, value_source: "flag" },
				{
					env: "CODER_PROVISIONER_DAEMON_PSK",
					value_source: "yaml",
					annotations: { secret: "true" },
				},
				{ env: "CODER_SSH_CONFIG_OPTIONS", value: ["A=b\nProxyCommand=x"], value_source: "env" },
			],
			8,
		);
		assert.deepEqual(
			linesOf(sections)
				.filter(({ stops }) => stops)
				.map(({ id, text }) => [id, text]),
			[
				["CODER_IN_MEMORY", "The server won't start with the flag --in-memory. Remove it."],
				[
					"CODER_PROVISIONER_DAEMON_PSK",
					"The server won't start with provisioning.daemonPSK in its YAML file. Remove it.",
				],
				["CODER_SSH_CONFIG_OPTIONS", "The server won't start with these SSH options: A."],
			],
		);
	});

	it("describes values that another version reads differently", () => {
		const { sections } = plan(
			[
				{ env: "CODER_EXPERIMENTS", value: ["*"], value_source: "env" },
				{
					env: "CODER_AIBRIDGE_CIRCUIT_BREAKER_MAX_REQUESTS",
					value: 5,
					value_source: "env",
				},
			],
			23,
			35,
		);
		const texts = new Map(linesOf(sections).map(({ id, text }) => [id, text]));
		assert.equal(
			texts.get("CODER_EXPERIMENTS"),
			"“*” enables different experiments. Only v2.23: workspace-prebuilds. Only v2.35: minimum-implicit-member.",
		);
		const both = linesOf(sections).filter(({ text }) => text.startsWith("Ignored unless"));
		assert.deepEqual(
			both.map(({ id }) => id),
			["CODER_AIBRIDGE_CIRCUIT_BREAKER_MAX_REQUESTS"],
		);
	});

	it("explains changed defaults and behaviors, if that's known and matters", () => {
		const unrequested = (...args: Parameters<typeof plan>) =>
			linesOf(plan(...args).sections.slice(1)).map(({ id, text }) => `${id} ${text}`);
		const off = { env: "CODER_AIBRIDGE_ENABLED", value: false, value_source: "env" };
		assert.ok(
			unrequested([], 23, 35).includes(
				"CODER_AI_GATEWAY_ENABLED New, and on by default. AI Gateway runs unless you turn it off.",
			),
		);
		assert.ok(
			!unrequested([off], 30, 35).some((text) => text.startsWith("CODER_AI_GATEWAY_ENABLED ")),
		);
		assert.ok(
			unrequested([], 23, 24).includes(
				"CODER_MAX_ADMIN_TOKEN_LIFETIME Owners' new tokens last 7 days at most, unless you set a different maximum.",
			),
		);
		assert.ok(!unrequested([], 24, 25).some((text) => text.includes("7 days")));
		assert.ok(
			unrequested([], 35, mainBuild, ["oauth2"]).some((text) => text.includes("OAuth2 apps")),
		);
		assert.ok(!unrequested([], 35, mainBuild).some((text) => text.includes("OAuth2 apps")));
	});

	it("shows the release that added a new option, or that no release has it yet", () => {
		const sentences = (from: number, to: number) =>
			plan([], from, to).sections.flatMap((section) => linesOf([section]).map(({ text }) => text));
		assert.ok(sentences(34, 35).includes("Since v2.35."));
		assert.ok(sentences(35, mainBuild).includes("Not in a release yet."));
		assert.ok(!sentences(35, mainBuild).some((text) => text.startsWith("Since")));
	});

	it("has one line for an option in each section, even if several things change", () => {
		const smarthost = {
			env: "CODER_NOTIFICATIONS_EMAIL_SMARTHOST",
			value: "mail.example:587",
			value_source: "env",
		};
		const lines = linesOf(plan([smarthost], 15, 35).sections);
		assert.deepEqual(
			lines.filter(({ id }) => id === smarthost.env).map(({ text }) => text),
			["Its type changes from HostPort to String. Deprecated in favor of CODER_EMAIL_SMARTHOST."],
		);
		for (let from = 0; from < mainBuild; from++) {
			const all = [...releaseEdition(from).states.keys()].map((env) => ({
				env,
				value: "x",
				value_source: "flag",
			}));
			for (const options of [all, []]) {
				for (const { groups } of plan(options, from).sections) {
					const ids = groups.flatMap(({ lines: some }) => some.map(({ id }) => id));
					assert.deepEqual(ids, [...new Set(ids)], String(from));
				}
			}
		}
	});

	it("starts with what isn't known", () => {
		assert.equal(plan([], 15, 35).notes.length, 1);
		assert.match(plan([]).notes.join(" "), /development build/);
		const later = serverEdition("v2.40.0", []) ?? assert.fail();
		const { notes } = upgradePlan("a", "v2.15.0", releaseEdition(15), later, {
			options: [],
			experiments: ["multi-organization"],
		});
		assert.match(notes.join(" "), /v2\.40\.0 isn't one of the known releases/);
	});

	it("has a note for each version that isn't known, and for a development build as the target", () => {
		const known = [releaseEdition(34), releaseEdition(35), releaseEdition(mainBuild)] as const;
		const [older, newer] = ["v2.30.0-rc.1", "v2.40.0"].map(
			(version) => serverEdition(version, []) ?? assert.fail(version),
		);
		assert.ok(older && newer);
		const unknown = (name: string): string =>
			`${name} isn't one of the known releases (up to v2.35). Its options are those that the server reports; some changes may be missing.`;
		const build = "The target is a development build. The next release may differ.";
		for (const [from, to, notes] of [
			[known[0], known[1], []],
			[known[0], known[2], [build]],
			[older, known[1], [unknown("v2.30.0-rc.1")]],
			[older, known[2], [unknown("v2.30.0-rc.1"), build]],
			[known[0], newer, [unknown("v2.40.0")]],
			[known[0], { ...known[2], known: false }, [unknown("main")]],
			[older, newer, [unknown("v2.30.0-rc.1"), unknown("v2.40.0")]],
		] as const)
			assert.deepEqual(upgradePlan("a", "v2", from, to, { options: [], experiments: [] }).notes, [
				"From v2. This list is based on the options of every Coder release, and on what this deployment sets.",
				...notes,
			]);
	});

	it("says whether an export can replace deprecated names", () => {
		const from = { env: "CODER_NOTIFICATIONS_EMAIL_FROM", value: "a@b.example" };
		const replaceable = (...options: readonly JsonObject[]) => {
			const { options: read } = configWith(...options);
			return upgradePlan("a", "v2", releaseEdition(15), releaseEdition(35), {
				options: read,
				experiments: [],
			}).replaceable;
		};
		assert.equal(replaceable({ ...from, value_source: "env" }), true);
		assert.equal(replaceable(), false);
		// It's deprecated, but has no replacement.
		assert.equal(
			replaceable({ env: "CODER_PROVISIONER_DAEMON_POLL_INTERVAL", value: 1, value_source: "env" }),
			false,
		);
	});

	it("includes an export with the names of the later version", () => {
		const { options } = configWith(
			{ env: "CODER_NOTIFICATIONS_EMAIL_FROM", value: "a@b.example", value_source: "env" },
			{ env: "CODER_IN_MEMORY", value: true, value_source: "env" },
		);
		const later = upgradedOptions(options, releaseEdition(35));
		const text = exportText(
			{ ...configWith(), options: later },
			"env",
			{ name: "a", url: "https://a" },
			{ options: "changed", deprecated: "replace" },
		);
		assert.match(text, /^CODER_EMAIL_FROM=['"]?a@b\.example/m);
		assert.doesNotMatch(text, /^CODER_NOTIFICATIONS_EMAIL_FROM=/m);
		assert.doesNotMatch(text, /CODER_IN_MEMORY/);
	});

	it("needs no table for another deployment with a later version", function () {
		needFixtures(this);
		const old = liveConfig("v2.15.0", "owner").options;
		const later = liveConfig("v2.35.1", "defaults").options;
		const facts = { options: old, experiments: [] };
		const from = serverEdition(liveBuilds["v2.15.0"], old) ?? assert.fail();
		const reported = serverEdition("v2.35.1-devel+0123456", later) ?? assert.fail();
		assert.equal(reported.known, false);
		const texts = (to: typeof reported) =>
			upgradePlan("a", "v2.15.0", from, { ...to, name: "later" }, facts).sections.map((section) =>
				section.groups
					.flatMap(({ lines }) => lines.map(({ id, text }) => `${id} ${text}`))
					// The experiments of a development build aren't known.
					.filter((text) => !text.startsWith("minimum-implicit-member"))
					.filter((text) => !text.startsWith("CODER_TEMPLATE_BUILDER_REGISTRY_URL"))
					.sort(),
			);
		assert.deepEqual(texts(reported), texts(releaseEdition(35)));
	});
});
