import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { BuildInfo, UpdateCheck } from "../../../src/core/coder/model.ts";
import {
	buildKind,
	comparePrecedence,
	compareVersions,
	isAtLeast,
	isVersion,
	readUpdate,
	sameRelease,
	shortVersion,
} from "../../../src/core/coder/updateState.ts";
import { needFixtures, sharedPath } from "../../support/fixtures.ts";

const commit = "https://github.com/coder/coder/commit/8b44bd69290d17eacc0fbb865a8fa43c77bfadec";
const release = (version: string) => `https://github.com/coder/coder/releases/tag/${version}`;
const build = (version: string): BuildInfo => ({
	version,
	externalUrl: commit,
	workspaceProxy: false,
});
const check = (current: boolean, version: string, url = release(version)): UpdateCheck => ({
	current,
	version,
	url,
});

describe("the update check", () => {
	it("finds a newer release", () => {
		assert.deepEqual(readUpdate(check(false, "v2.36.0"), build("v2.35.1+8b44bd6")), {
			kind: "available",
			latest: "v2.36.0",
			url: release("v2.36.0"),
		});
	});

	it("finds the server's own release", () => {
		assert.deepEqual(readUpdate(check(true, "v2.35.1"), build("v2.35.1+8b44bd6")), {
			kind: "current",
			latest: "v2.35.1",
			url: release("v2.35.1"),
		});
	});

	it("finds an older release: the server is ahead of stable", () => {
		for (const version of ["v2.36.0+5a3b1c0", "v2.35.2+1", "v3.0.0+1", "v2.36.0-rc.1+8b44bd6"]) {
			assert.equal(readUpdate(check(true, "v2.35.1"), build(version)).kind, "ahead", version);
		}
	});

	it("never ran if the server reports its own version and commit", () => {
		for (const own of [
			check(true, "v2.35.1+8b44bd6", commit),
			check(true, "v2.35.1+8b44bd6", ""),
			check(true, "v2.35.1", commit),
			check(true, "v2.35.1", ""),
			// Binaries that don't know their commit.
			check(true, "v2.35.1", "https://github.com/coder/coder"),
			check(true, "v2.35.1+8b44bd6", "https://github.com/coder/coder"),
		]) {
			assert.deepEqual(readUpdate(own, build("v2.35.1+8b44bd6")), { kind: "notChecked" });
		}
	});

	it("ignores a server that reports a sentence as its version", () => {
		for (const version of [
			"",
			"latest",
			"v2.36",
			"2",
			"v2.36.0 [here](command:workbench.action.quit)",
			"[v2.36.0](https://evil.example)",
			"v2.36.0\n[here](command:x)",
			"v2.36.0\u202e",
			"v2.36.0-$(alert)",
			"xv2.36.0",
			`v2.36.0-${"a".repeat(121)}`,
		]) {
			assert.deepEqual(readUpdate(check(false, version), build("v2.35.1+8b44bd6")), {
				kind: "unknown",
			});
		}
		for (const version of [
			"v2.36.0",
			"2.36.0",
			"v2.36.0-rc.1",
			"v0.0.0-devel+8b44bd6",
			"v2.36.0+x_1",
			"v12.36.10",
			`v2.36.0-${"a".repeat(120)}`,
		]) {
			assert.equal(isVersion(version), true, version);
		}
	});

	it("never ran on a development build", () => {
		const version = "v2.35.1-devel+e751b285ca";
		assert.equal(readUpdate(check(true, version, commit), build(version)).kind, "notChecked");
	});

	it("compares a development build by the release that it descends from", () => {
		const dev = build("v2.35.1-devel+e751b285ca");
		assert.equal(readUpdate(check(true, "v2.35.1"), dev).kind, "current");
		assert.equal(readUpdate(check(false, "v2.36.0"), dev).kind, "available");
	});

	it("ran if its URL is a release page, with or without TLS", () => {
		const kindOf = (url: string) => readUpdate(check(true, "v2.35.1", url), undefined).kind;
		assert.equal(kindOf("http://mirror.example/coder/releases/tag/v2.35.1"), "current");
		for (const url of [
			"see https://mirror.example/coder/releases/tag/v2.35.1",
			"ftp://mirror.example/coder/releases/tag/v2.35.1",
			"https://mirror.example/?x=/releases/tag/v2.35.1",
			"https://mirror.example/#/releases/tag/v2.35.1",
		]) {
			assert.equal(kindOf(url), "notChecked", url);
		}
	});

	it("is interpreted as far as possible without the build", () => {
		assert.equal(readUpdate(check(true, "v2.35.1"), undefined).kind, "current");
		assert.equal(readUpdate(check(false, "v2.36.0"), undefined).kind, "available");
		assert.equal(readUpdate(check(true, "v2.35.1+8b44bd6", commit), undefined).kind, "notChecked");
	});

	it("ran if the server's version has no commit", () => {
		assert.equal(readUpdate(check(true, "v2.20.1"), build("v2.20.1")).kind, "current");
		assert.equal(readUpdate(check(true, "v2.20.0"), build("v2.20.1")).kind, "ahead");
		assert.equal(readUpdate(check(true, "v2.20.1"), undefined).kind, "current");
	});

	it("finds the release of a server's release candidate", () => {
		for (const own of ["v2.36.0-rc.1", "v2.36.0-rc.0+8b44bd6", "v2.36.0-rc.12+8b44bd6"]) {
			assert.equal(readUpdate(check(true, "v2.36.0"), build(own)).kind, "available", own);
			assert.equal(readUpdate(check(true, "v2.36.1"), build(own)).kind, "available", own);
			assert.equal(readUpdate(check(true, "v2.35.9"), build(own)).kind, "ahead", own);
		}
		// Only what precedes the commit matters, and nothing in it.
		assert.equal(readUpdate(check(true, "v2.36.0"), build("v2.36.0+x-rc.1")).kind, "current");
	});

	it("is parsed as real servers send it", function () {
		needFixtures(this);
		const kinds = ["newer", "same", "older", "stale", "off"].map((name) => {
			const text = readFileSync(sharedPath(`live/v2.35.1/updatecheck-${name}.http`), "utf8");
			const body = JSON.parse(text.slice(text.indexOf("{"))) as UpdateCheck;
			return readUpdate(body, build("v2.35.1+8b44bd6")).kind;
		});
		assert.deepEqual(kinds, ["available", "current", "ahead", "available", "notChecked"]);
	});

	it("may be missing", () => {
		assert.deepEqual(readUpdate(undefined, build("v2.35.1+8b44bd6")), { kind: "unknown" });
	});
});

describe("versions", () => {
	it("are compared by major, minor, and patch", () => {
		const sorted = [
			"v2.3.0",
			"v2.4.0-devel+abc",
			"v2.15.0+190cd1c",
			"v2.35.1",
			"2.35.2",
			"v2.35.10",
			"v3.0.0",
			"v10.0.0",
		];
		sorted.forEach((left, i) => {
			sorted.forEach((right, j) => {
				assert.equal(Math.sign(compareVersions(left, right)), Math.sign(i - j), `${left} ${right}`);
			});
		});
		assert.equal(compareVersions("v2.35.1-rc.1+abc", "2.35.1"), 0);
	});

	it("are ordered with their release candidates", () => {
		const sorted = [
			"v2.35.1",
			"v2.36.0-rc.1",
			"v2.36.0-rc.2+abc",
			"v2.36.0-rc.10",
			"v2.36.0+abc",
			"v2.36.1-rc.0",
		];
		sorted.forEach((left, i) => {
			sorted.forEach((right, j) => {
				const order = Math.sign(comparePrecedence(left, right));
				assert.equal(order, Math.sign(i - j), `${left} ${right}`);
			});
		});
		assert.equal(comparePrecedence("v2.36.0-devel+abc", "v2.36.0"), 0);
		assert.equal(comparePrecedence("v2.36-rc.1", "v2.36"), 0);
	});

	it("aren't compared if they're invalid", () => {
		for (const odd of ["", "v2", "v2.35", "unknown", "version 2.35.1"]) {
			assert.equal(compareVersions(odd, "v2.35.1"), 0, odd);
			assert.equal(compareVersions("v2.35.1", odd), 0, odd);
			assert.equal(isAtLeast(odd, "v2.35.0"), false, odd);
		}
	});

	it("are at least a minimum", () => {
		assert.ok(isAtLeast("v2.35.0-rc.1+abc", "v2.35.0"));
		assert.ok(isAtLeast("v2.36.0", "v2.35.1"));
		assert.ok(!isAtLeast("v2.34.9", "v2.35.0"));
	});

	it("match if major and minor are equal, or if they say nothing", () => {
		for (const [a, b, expected] of [
			["v2.35.1+8b44bd6", "v2.35.1", true],
			["v2.35.0", "2.35.9-rc.1", true],
			["v2.35.1", "v2.34.1", false],
			["v2.35.1", "v3.35.1", false],
			["v2.35.1", "v3.36.1", false],
			["v2.35.1", "v0.0.0-devel+8b44bd6", true],
			["v2.35.1", "unknown", true],
		] as const) {
			assert.equal(sameRelease(a, b), expected, `${a} ${b}`);
			assert.equal(sameRelease(b, a), expected, `${b} ${a}`);
		}
	});

	it("determine the kind of build", () => {
		assert.equal(buildKind("v2.35.1+8b44bd6"), "release");
		assert.equal(buildKind("v2.33.0-rc.1+abc"), "candidate");
		assert.equal(buildKind("v2.35.1-devel+e751b285ca"), "development");
		assert.equal(buildKind("v0.0.0-devel+e751b285ca"), "development");
	});

	it("are shown without their commit", () => {
		assert.equal(shortVersion("v2.35.1+8b44bd6"), "v2.35.1");
		assert.equal(shortVersion("v2.35.1-devel+e751b285ca"), "v2.35.1-devel");
		assert.equal(shortVersion("v2.35.1"), "v2.35.1");
	});
});
