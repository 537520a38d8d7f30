import assert from "node:assert/strict";
import type { DeploymentOption } from "../../../src/core/coder/model.ts";
import { allReleases, mainBuild } from "../../../src/core/coder/release.ts";
import {
	differencesBetween,
	statesIn,
	type Difference,
} from "../../../src/core/upgrade/differences.ts";
import { releaseEdition, serverEdition } from "../../../src/core/upgrade/edition.ts";
import { previewUpgrade as preview } from "../../../src/core/upgrade/preview.ts";
import type { UpgradeFacts } from "../../../src/core/upgrade/upgradeFacts.ts";
import { stateIn } from "../../../src/core/releases/optionHistory.ts";
import { optionHistories } from "../../../src/core/releases/options.ts";
import { optionOf } from "../../../src/core/variables/optionOf.ts";
import { isDeprecated } from "../../../src/core/options/optionMarks.ts";
import { isSet } from "../../../src/core/options/optionFacts.ts";
import { option } from "../configuration/support/options.ts";
import { needFixtures } from "../../support/fixtures.ts";
import { liveConfig, type LiveVersion } from "../../support/liveConfigs.ts";
import { configWith } from "../export/support/configs.ts";

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort();

const previewUpgrade = (from: number, to: number, reported: UpgradeFacts) =>
	preview(releaseEdition(from), releaseEdition(to), reported);

const releases = [...allReleases, mainBuild];

describe("differences between two releases", () => {
	it("are the inverse in the other direction, for every pair", function () {
		this.timeout(20_000);
		for (const a of releases) {
			for (const b of releases.filter((release) => release >= a)) {
				const there = differencesBetween(statesIn(a), statesIn(b));
				const back = differencesBetween(statesIn(b), statesIn(a));
				const sorted = (list: typeof there) => list.sort((x, y) => (x.id < y.id ? -1 : 1));
				assert.deepEqual(
					sorted(there).map(({ id, from, to, changed }) => [id, from, to, changed]),
					sorted(back).map(({ id, from, to, changed }) => [id, to, from, changed]),
				);
				if (a === b) assert.deepEqual(there, []);
				for (const { from, to, changed } of there)
					assert.equal(from !== undefined && to !== undefined, changed.length > 0);
			}
		}
	});
});

describe("the options of a release", () => {
	let builds = 0;

	it("are those that were added until then and not removed before", () => {
		for (const latest of releases) {
			// A build between two releases has a number between theirs. Each is a new one, whose options aren't cached.
			builds++;
			for (const release of [latest, latest + 1 / (builds + 1)]) {
				const had = [...optionHistories().values()].flatMap((history) => {
					const { id, since, last = Infinity } = history;
					return since <= release && release <= last ? [[id, stateIn(history, release)]] : [];
				});
				assert.deepEqual([...statesIn(release)], had, String(release));
			}
		}
	});
});

describe("an upgrade's preview", () => {
	it("is consistent for every pair of releases, whatever is set", function () {
		this.timeout(20_000);
		for (const from of releases) {
			// Everything is set, as a flag.
			const options = [...statesIn(from)].flatMap(([id, state]) => {
				const option = optionHistories().get(id);
				return option ? [{ ...optionOf(option, state), valueSource: "flag" as const }] : [];
			});
			for (const to of releases.filter((release) => release > from)) {
				const { before, added, unrequested, replace } = previewUpgrade(from, to, {
					options,
					experiments: [],
				});
				const gone = new Set(ids(before.removed));
				const name = `${from} to ${to}`;
				assert.deepEqual(
					ids(before.refused.filter(({ kind }) => kind === "flag")),
					[...gone].filter((id) => statesIn(from).get(id)?.flag !== ""),
					name,
				);
				for (const { id } of [...before.deprecated, ...replace, ...before.types, ...added])
					assert.ok(!gone.has(id) && statesIn(to).has(id), `${name}: ${id}`);
				for (const { id, since } of added)
					assert.ok(
						!statesIn(from).has(id) && since !== undefined && since <= to,
						`${name}: ${id}`,
					);
				assert.deepEqual(unrequested.defaults, [], name);
			}
		}
	});

	it("lists set options that are removed, deprecated, moved, or rejected", () => {
		const { options } = configWith(
			{ env: "CODER_IN_MEMORY", value: true, value_source: "flag" },
			{ env: "CODER_NOTIFICATIONS_EMAIL_FROM", value: "a@b.example", value_source: "env" },
			{ env: "CODER_SSH_CONFIG_OPTIONS", value: ["ProxyCommand=x", "ForwardAgent=yes"] },
		);
		const { before, replace, experiments } = previewUpgrade(15, mainBuild, {
			options,
			experiments: ["multi-organization", "invented"],
		});
		assert.deepEqual(
			before.removed.map(({ id, source }) => [id, source]),
			[["CODER_IN_MEMORY", "flag"]],
		);
		assert.deepEqual(
			before.deprecated.map(({ id, successors }) => [id, successors]),
			[["CODER_NOTIFICATIONS_EMAIL_FROM", ["CODER_EMAIL_FROM"]]],
		);
		assert.deepEqual(ids(replace), ["CODER_NOTIFICATIONS_EMAIL_FROM"]);
		assert.deepEqual(experiments.ended, [{ name: "multi-organization", standard: true }]);
		assert.deepEqual(before.refused, [
			{ kind: "flag", id: "CODER_IN_MEMORY", flag: "in-memory" },
			{ kind: "ssh", id: "CODER_SSH_CONFIG_OPTIONS", names: ["ProxyCommand"] },
		]);
	});

	it("lists changed defaults only if the deployment relies on them", () => {
		const id = "CODER_WORKSPACE_PREBUILDS_RECONCILIATION_INTERVAL";
		const relied = previewUpgrade(24, 25, { options: [], experiments: [] }).unrequested.defaults;
		assert.deepEqual(
			relied.filter((one) => one.id === id).map(({ from, to }) => [from, to]),
			[["15s", "1m0s"]],
		);
		const { options } = configWith({ env: id, value: 1, value_source: "yaml" });
		const set = previewUpgrade(24, 25, { options, experiments: [] }).unrequested.defaults;
		assert.ok(!ids(set).includes(id));
	});

	it("lists YAML paths that change for options that are set in YAML", () => {
		const id = "CODER_PROVISIONER_DAEMON_PSK";
		const paths = (valueSource: "yaml" | "env" | undefined) =>
			previewUpgrade(8, 9, {
				options: [option({ id, value: "x", ...(valueSource && { valueSource }) })],
				experiments: [],
			}).before.yamlPaths.map(({ from, to }) => [from, to]);
		assert.deepEqual(paths("yaml"), [["provisioning.daemonPSK", ""]]);
		assert.deepEqual(paths("env"), []);
		assert.deepEqual(paths(undefined), []);
	});

	it("doesn't list a change in behavior that the option which is set prevents", () => {
		const id = "CODER_MAX_ADMIN_TOKEN_LIFETIME";
		const behaviors = (...options: readonly DeploymentOption[]) =>
			previewUpgrade(23, 24, { options, experiments: [] }).unrequested.behaviors;
		assert.deepEqual(behaviors(), [{ id, since: 24 }]);
		assert.deepEqual(behaviors(option({ id, value: "1h", valueSource: "env" })), []);
	});

	describe("of versions that the tables don't include", () => {
		type Fields = Partial<DeploymentOption> & { readonly id: string };
		const edition = (version: string, ...options: readonly Fields[]) =>
			serverEdition(version, options.map(option)) ?? assert.fail(version);
		const between = (
			before: readonly Fields[],
			after: readonly Fields[],
			...options: readonly Fields[]
		) =>
			preview(edition("v2.40.0", ...before), edition("v2.41.0", ...after), {
				options: options.map(option),
				experiments: [],
			});
		const plain = { flag: "", hidden: false };

		it("lists what is removed with its source, and not what only changes", () => {
			const removed = (...options: readonly Fields[]) =>
				between(
					[{ id: "GONE", name: "Gone" }, { id: "KEPT" }],
					[{ id: "KEPT", default: "x" }],
					...options,
				).before.removed;
			const gone = { id: "GONE", name: "Gone", ...plain };
			const kept: Fields = { id: "KEPT", valueSource: "env" };
			assert.deepEqual(removed({ id: "GONE", valueSource: "env" }, kept), [
				{ ...gone, source: "env" },
			]);
			assert.deepEqual(removed({ id: "GONE", value: "x" }, kept), [gone]);
			assert.deepEqual(
				removed({ id: "GONE", value: "x", default: "y", valueSource: "default" }, kept),
				[gone],
			);
			assert.deepEqual(removed({ id: "GONE" }, kept), []);
		});

		it("lists new options, with the release that added them if that's known", () => {
			const { added, unrequested } = between(
				[],
				[
					{ id: "NEW", groups: [{ name: "Outer" }, { name: "Inner" }], default: "true" },
					{ id: "CODER_EMAIL_FROM", flag: "email-from", hidden: true },
					{ id: "OLD", useInstead: [{ id: "NEW", name: "NEW" }] },
				],
			);
			const invented = { id: "NEW", name: "NEW", ...plain };
			assert.deepEqual(added, [
				{ ...invented, group: "Outer › Inner" },
				{
					id: "CODER_EMAIL_FROM",
					name: "CODER_EMAIL_FROM",
					flag: "email-from",
					hidden: true,
					since: 17,
					group: "",
				},
			]);
			assert.deepEqual(unrequested.onByDefault, [invented]);
		});

		it("lists options that become secret or require a license, and changed defaults", () => {
			const before = [
				{ id: "A", default: "1" },
				{ id: "B", secret: true },
				{ id: "C", enterprise: true, default: "false" },
				{ id: "D", default: "true" },
			];
			const after = [
				{ id: "A", secret: true, default: "2" },
				{ id: "B", secret: true, enterprise: true },
				{ id: "C" },
				{ id: "D", default: "false" },
			];
			const { secret, enterprise, unrequested } = between(before, after);
			const line = (id: string) => ({ id, name: id, ...plain });
			assert.deepEqual(secret, [line("A")]);
			assert.deepEqual(enterprise, [line("B")]);
			assert.deepEqual(unrequested.defaults, [
				{ ...line("A"), from: "1", to: "2" },
				{ ...line("D"), from: "true", to: "false" },
			]);
		});

		it("lists a deprecated name that is set, unless its current name is set too", () => {
			const [current, former] = ["CODER_EMAIL_FROM", "CODER_NOTIFICATIONS_EMAIL_FROM"] as const;
			const useInstead = [{ id: current, name: "From" }];
			const deprecated = (...options: readonly Fields[]) =>
				between(
					[{ id: former }],
					[
						{ id: current, default: "true" },
						{ id: former, useInstead },
					],
					...options,
				);
			const set: Fields = { id: former, useInstead, valueSource: "flag" };
			const alone = deprecated(set);
			assert.deepEqual(alone.before.deprecated, [
				{ id: former, name: former, ...plain, successors: [current], source: "flag" },
			]);
			assert.deepEqual(alone.replace, alone.before.deprecated);
			assert.deepEqual(alone.unrequested.onByDefault, []);
			const both = deprecated(set, { id: current, valueSource: "flag" });
			assert.deepEqual([both.before.deprecated, both.replace], [[], []]);
			assert.deepEqual(ids(both.unrequested.onByDefault), [current]);
		});

		it("lists a name that is ignored unless all names are set, if one of them is new", () => {
			const id = "CODER_AIBRIDGE_CIRCUIT_BREAKER_MAX_REQUESTS";
			const useInstead = ["A", "B"].map((name) => ({ id: name, name }));
			const ignored = (...before: readonly string[]) =>
				between(
					[{ id, useInstead }, ...before.map((one) => ({ id: one }))],
					[{ id, useInstead }, { id: "A" }, { id: "B" }],
					{ id, valueSource: "env" },
				).before;
			for (const before of [[], ["A"], ["B"]])
				assert.deepEqual(ids(ignored(...before).bothNames), [id]);
			assert.deepEqual(ignored("A", "B").bothNames, []);
			assert.deepEqual(ignored().deprecated, [], "it was deprecated before");
		});
	});

	it("reports that a variable stops newer servers", () => {
		const id = "CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE";
		const { options } = configWith({ env: id, value: true, value_source: "env" });
		const refused = (from: number, to: number) =>
			previewUpgrade(from, to, { options, experiments: [] }).before.refused;
		assert.deepEqual(refused(31, 35), [{ kind: "variable", id }]);
		assert.deepEqual(refused(32, 35), []);
	});

	describe("compared with real servers", () => {
		before(function () {
			needFixtures(this);
		});

		for (const [version, to] of [
			["v2.35.1", 35],
			["main", mainBuild],
		] as const) {
			it(`lists what the server of ${version} has, starting from v2.15.0`, () => {
				const old = liveConfig("v2.15.0", "owner").options;
				const later = liveConfig(version, "defaults").options;
				const there = previewUpgrade(15, to, { options: old, experiments: [] });
				const [before, after] = [byId(old), byId(later)];
				const hereAndThere = later.flatMap((option) => {
					const former = before.get(option.id);
					return former ? [[former, option] as const] : [];
				});
				const named = (wanted: (former: DeploymentOption, option: DeploymentOption) => boolean) =>
					ids(hereAndThere.filter(([a, b]) => wanted(a, b)).map(([, option]) => option)).filter(
						(id) => !exceptions.has(id),
					);
				const ours = (list: readonly { readonly id: string }[]) =>
					ids(list).filter((id) => !exceptions.has(id));

				assert.deepEqual(
					ours(there.added),
					ours(later.filter((option) => !before.has(option.id) && !isDeprecated(option))),
				);
				assert.deepEqual(
					ids(there.before.removed),
					ids(old.filter((option) => isSet(option) && !after.has(option.id))),
				);
				assert.deepEqual(
					ours(there.secret),
					named((a, b) => !a.secret && b.secret),
				);
				assert.deepEqual(
					ours(there.enterprise),
					named((a, b) => !a.enterprise && b.enterprise),
				);
				assert.deepEqual(
					ours(there.unrequested.defaults),
					named((a, b) => !isSet(a) && usual(a) !== usual(b)),
				);
				assert.deepEqual(
					ours(there.before.deprecated),
					named((a, b) => isSet(a) && !isDeprecated(a) && isDeprecated(b)),
				);
				assert.deepEqual(
					ours(there.before.yamlPaths),
					named(
						(a, b) => a.valueSource === "yaml" && a.yamlPath?.join(".") !== b.yamlPath?.join("."),
					),
				);
			});
		}
	});
});

describe("every option of two real servers", () => {
	before(function () {
		needFixtures(this);
	});

	// The tables would cover these versions; a development build's options are those that the server reports.
	const reported = (version: LiveVersion) =>
		serverEdition("v2.15.0-devel+0", liveConfig(version, "defaults").options)?.states ??
		assert.fail();
	const pairs = [
		["v2.15.0", 15, "v2.35.1", 35],
		["v2.15.0", 15, "main", mainBuild],
		["v2.35.1", 35, "main", mainBuild],
	] as const;
	for (const [first, a, second, b] of pairs) {
		for (const back of [false, true]) {
			it(`differs as the tables specify, from ${back ? second : first} to ${back ? first : second}`, () => {
				const [one, other] = back ? [second, first] : [first, second];
				const [from, to] = back ? [b, a] : [a, b];
				const live = differencesBetween(reported(one), reported(other));
				const ours = differencesBetween(statesIn(from), statesIn(to));
				assert.deepEqual(summary(ours), summary(live));
				assert.ok(live.length > (a === 15 ? 100 : 5));
			});
		}
	}

	/** Servers don't report types, and group names in the table have another separator. */
	const summary = (list: readonly Difference[]) =>
		list
			.filter(({ id }) => !exceptions.has(id))
			.map(({ id, from, to, changed }) => ({
				id,
				here: from !== undefined,
				there: to !== undefined,
				changed: changed
					.filter((fact) => fact !== "type")
					.map((fact) => [fact, from?.[fact], to?.[fact]]),
			}))
			.filter(({ here, there, changed }) => !here || !there || changed.length > 0)
			.sort((x, y) => (x.id < y.id ? -1 : 1));
});

/** Options that depend on the host, the build, or the description's words: see the table's test. */
const exceptions = new Set([
	"CODER_CACHE_DIRECTORY",
	"CODER_DOCS_URL",
	"CODER_UPDATE_CHECK",
	"CODER_CHAT_AI_GATEWAY_ROUTING_ENABLED",
]);

const byId = (options: readonly DeploymentOption[]) =>
	new Map(options.map((option) => [option.id, option]));

const usual = (option: DeploymentOption) => (option.default ?? "").replace(/^false$/, "");
