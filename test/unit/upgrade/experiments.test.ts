import assert from "node:assert/strict";
import { serverEdition, releaseEdition, type Edition } from "../../../src/core/upgrade/edition.ts";
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
		const future: Edition = { ...releaseEdition(35), experiments: undefined } as never;
		assert.deepEqual(experimentChanges(releaseEdition(34), future, ["oauth2"], enabling("*")), {
			ended: [],
			safe: [],
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

	it("is described in a sentence", () => {
		for (const id of ["CODER_MAX_ADMIN_TOKEN_LIFETIME", "CODER_MAX_TOKEN_LIFETIME"]) {
			assert.match(meaningOf(id) ?? "", /^[A-Z].*\.$/);
		}
		assert.equal(meaningOf("CODER_EMAIL_FROM"), undefined);
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
		for (const version of ["v1.20.0", "v3.0.0", "unknown", "", "v2.12345.0"]) {
			assert.equal(at(version), undefined, version);
		}
	});
});
