import assert from "node:assert/strict";
import { mainBuild } from "../../../src/core/coder/release.ts";
import { serverEdition, releaseEdition } from "../../../src/core/upgrade/edition.ts";
import { behaviorsBetween, meaningOf } from "../../../src/core/upgrade/behaviors.ts";
import { releaseNamed } from "../../../src/core/upgrade/deploymentUpgrade.ts";
import { experimentChanges } from "../../../src/core/upgrade/experiments.ts";
import { option } from "../configuration/support/options.ts";

const enabling = (...names: readonly string[]) => [
	option({ id: "CODER_EXPERIMENTS", value: names }),
];

describe("the experiments of an upgrade", () => {
	it("end if the new release doesn't have them, once each", () => {
		const names = ["web-push", "oauth2", "web-push", "invented"];
		const { ended, star } = experimentChanges(
			releaseEdition(32),
			releaseEdition(35),
			names,
			enabling(...names),
		);
		assert.deepEqual(
			ended.map(({ name }) => name),
			["web-push"],
		);
		assert.equal(star, undefined, "only a wildcard enables others");
	});

	it("include the safe ones of the new release that aren't enabled", () => {
		const safe = (...names: readonly string[]) =>
			experimentChanges(releaseEdition(34), releaseEdition(35), names, enabling(...names)).safe;
		assert.deepEqual(safe("oauth2"), ["minimum-implicit-member"]);
		assert.deepEqual(safe("minimum-implicit-member"), []);
	});

	it("are those that the wildcard enables in only one of the releases", () => {
		const star = (from: number, to: number, ...names: readonly string[]) =>
			experimentChanges(releaseEdition(from), releaseEdition(to), [], enabling(...names)).star;
		assert.deepEqual(star(34, 35, "*"), { gone: [], come: ["minimum-implicit-member"] });
		assert.deepEqual(star(23, 24, "oauth2", "*"), { gone: ["workspace-prebuilds"], come: [] });
		assert.equal(star(34, 35, "oauth2"), undefined);
		assert.equal(star(24, 25, "*"), undefined);
		const unknown = { ...releaseEdition(23), known: false };
		const after = experimentChanges(unknown, releaseEdition(24), [], enabling("*"));
		assert.equal(after.star, undefined, "what it enabled before isn't known");
	});

	it("are unknown for a version that the tables don't include", () => {
		const { experiments: _, ...future } = releaseEdition(35);
		assert.deepEqual(experimentChanges(releaseEdition(34), future, ["oauth2"], enabling("*")), {
			ended: [],
			safe: [],
		});
		assert.deepEqual(
			experimentChanges(future, releaseEdition(mainBuild), ["web-push"], []).ended,
			[],
		);
	});

	it("don't include a wildcard if the option is missing or isn't a list with one", () => {
		const star = (...options: Parameters<typeof experimentChanges>[3]) =>
			experimentChanges(releaseEdition(34), releaseEdition(35), [], options).star;
		const other = option({ id: "CODER_OTHER", value: ["*"] });
		assert.equal(star(), undefined);
		assert.equal(star(other), undefined);
		for (const value of ["*", "all*", null, ["oauth2"], ["**"]])
			assert.equal(star(option({ id: "CODER_EXPERIMENTS", value })), undefined);
		assert.deepEqual(star(other, ...enabling("*")), {
			gone: [],
			come: ["minimum-implicit-member"],
		});
	});
});

describe("a change in behavior", () => {
	const between = (from: number, to: number, set: readonly string[] = []) =>
		behaviorsBetween(
			releaseEdition(from),
			releaseEdition(to),
			{ experiments: ["oauth2"] } as never,
			(id) => set.includes(id),
		).map(({ id, since }) => `${id} ${String(since)}`);

	it("comes with the first release that has it, and not again later", () => {
		assert.deepEqual(between(23, 24), ["CODER_MAX_ADMIN_TOKEN_LIFETIME 24"]);
		assert.deepEqual(between(24, 25), []);
		assert.deepEqual(between(22, 23), []);
		assert.deepEqual(between(20, 35), [
			"CODER_MAX_ADMIN_TOKEN_LIFETIME 24",
			"CODER_MAX_TOKEN_LIFETIME 35",
		]);
	});

	it("doesn't matter if the option that it is about is set", () => {
		assert.deepEqual(between(23, 24, ["CODER_MAX_ADMIN_TOKEN_LIFETIME"]), []);
	});

	it("of OAuth2 apps matters only if their experiment is enabled", () => {
		const isSet = (): boolean => false;
		const after = (...experiments: readonly string[]) =>
			behaviorsBetween(
				releaseEdition(35),
				releaseEdition(mainBuild),
				{ options: [], experiments },
				isSet,
			);
		assert.deepEqual(after("oauth2"), [{ id: "CODER_EXPERIMENTS", since: mainBuild }]);
		assert.deepEqual(after("web-push"), []);
	});

	it("is described in a sentence", () => {
		for (const [id, sentence] of [
			[
				"CODER_MAX_ADMIN_TOKEN_LIFETIME",
				"Owners' new tokens last 7 days at most, unless you set a different maximum.",
			],
			[
				"CODER_MAX_TOKEN_LIFETIME",
				"Named tokens now expire when their lifetime ends, even if they are in use.",
			],
			["CODER_EXPERIMENTS", "OAuth2 apps can't register themselves until an owner allows it."],
			["CODER_AI_GATEWAY_ENABLED", "AI Gateway runs unless you turn it off."],
			["CODER_AIBRIDGE_ENABLED", "AI Gateway runs unless you turn it off."],
			["CODER_NOTIFICATIONS_INBOX_ENABLED", "Notifications also appear in the dashboard."],
			["CODER_DERP_SERVER_STUN_ADDRESSES", "The server and workspaces contact more STUN servers."],
			["CODER_EMAIL_FROM", undefined],
		] as const)
			assert.equal(meaningOf(id), sentence, id);
	});
});

describe("a release's name", () => {
	it("is that of a release, or of one of its patches", () => {
		assert.equal(releaseNamed("v2.35"), 35);
		assert.equal(releaseNamed("v2.35.1"), 35);
		assert.equal(releaseNamed("v2.3"), 3);
		assert.equal(releaseNamed("v2.3.1"), 3);
		for (const name of [undefined, "", "v2", "v2.999", "2.35", "v2.351"]) {
			assert.equal(releaseNamed(name), undefined, name);
		}
	});
});

describe("a server's version", () => {
	it("is placed among the releases, before or after the one that it names", () => {
		const at = (version: string) => serverEdition(version, [])?.release;
		assert.equal(at("v2.20.1+abcdef0"), 20);
		assert.equal(at("v2.20.0-rc.1+abcdef0"), 19.5);
		assert.equal(at("v2.20.0-devel+abcdef0"), 20.5);
		assert.equal(at("v2.35.1+8b44bd6"), 35);
		assert.equal(at("v2.35.2+8b44bd6"), 35);
		assert.equal(at("v2.35.10-devel+8b44bd6"), 35.5);
		assert.equal(at("v2.36.0-rc.0+8b44bd6"), 36.5, "after the recorded development build");
		assert.equal(at("v2.36.0+8b44bd6"), 37);
		assert.equal(at("v2.1234.0"), 1235);
		for (const version of [
			"v1.20.0",
			"v3.0.0",
			"v2x36.0",
			"v2.36",
			"v2.36x0",
			"v2.36.x",
			"v2.x.0",
			"v2..0",
			"a v2.36.0",
			"unknown",
			"",
			"v2.12345.0",
		]) {
			assert.equal(at(version), undefined, version);
		}
	});

	it("has the options that the server reports if the tables don't include it", () => {
		const edition = serverEdition("v2.36.0+abcdef0", [
			option({
				id: "CODER_INVENTED",
				name: "Invented",
				groups: [{ name: "Outer" }, { name: "Inner" }],
				flag: "invented",
				env: "CODER_INVENTED",
				yamlPath: ["outer", "invented"],
				default: "7",
				secret: true,
				enterprise: true,
				hidden: true,
				useInstead: [
					{ id: "CODER_ONE", name: "One" },
					{ id: "CODER_TWO", name: "Two" },
				],
			}),
			option({ id: "CODER_BARE" }),
			option({ id: "CODER_ACCESS_URL", name: "Access URL" }),
			option({ id: "CODER_IN_MEMORY", default: "false" }),
			option({ id: "CODER_CACHE_DIRECTORY", default: "/home/mira/.cache" }),
			option({ id: "CODER_DOCS_URL", default: "https://docs.example" }),
			option({ id: "CODER_UPDATE_CHECK", default: "true" }),
			option({ id: "CODER_SECURE_AUTH_COOKIE", default: "true" }),
		]);
		const none = {
			group: "",
			flag: "",
			env: "",
			yaml: "",
			type: "",
			default: "",
			secret: "",
			enterprise: "",
			hidden: "",
			successors: "",
		};
		const newest = releaseEdition(mainBuild).states;
		const recorded = (id: string) => {
			const { type, default: usual } = newest.get(id) ?? assert.fail(id);
			return { ...none, name: id, type, default: usual };
		};
		assert.deepEqual(
			{ ...edition, states: Object.fromEntries(edition?.states ?? []) },
			{
				name: "v2.36.0",
				release: 37,
				known: false,
				states: {
					CODER_INVENTED: {
						name: "Invented",
						group: "Outer / Inner",
						flag: "invented",
						env: "CODER_INVENTED",
						yaml: "outer.invented",
						type: "",
						default: "7",
						secret: "y",
						enterprise: "y",
						hidden: "y",
						successors: "CODER_ONE,CODER_TWO",
					},
					CODER_BARE: { ...none, name: "CODER_BARE" },
					CODER_ACCESS_URL: { ...none, name: "Access URL", type: "URL" },
					// The last release that had it says what its type was.
					CODER_IN_MEMORY: { ...none, name: "CODER_IN_MEMORY", type: "Bool", default: "false" },
					// Servers compute these defaults, so they don't differ from the recorded ones.
					CODER_CACHE_DIRECTORY: recorded("CODER_CACHE_DIRECTORY"),
					CODER_DOCS_URL: recorded("CODER_DOCS_URL"),
					CODER_UPDATE_CHECK: recorded("CODER_UPDATE_CHECK"),
					CODER_SECURE_AUTH_COOKIE: recorded("CODER_SECURE_AUTH_COOKIE"),
				},
			},
		);
	});
});
