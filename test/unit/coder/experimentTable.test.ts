import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { experimentsOf } from "../../../src/core/coder/experimentTable.ts";
import { needFixtures, sharedPath } from "../../support/fixtures.ts";
import { readExperiments } from "../../../src/core/coder/experimentList.ts";

const stateOf = (name: string, version: string) =>
	readExperiments([name], [], { version, workspaceProxy: false }, undefined).list[0]?.state;

describe("the table of experiments", () => {
	it("covers the versions that it was made from", () => {
		for (const [name, version, state] of [
			["multi-organization", "v2.15.0+190cd1c", "enabled"],
			["multi-organization", "v2.16.0+1234567", "unknown"],
			["shared-ports", "v2.15.0+190cd1c", "unknown"],
			["oauth2", "v2.15.0+190cd1c", "unknown"],
			["oauth2", "v2.25.0", "enabled"],
			["invented", "v2.15.0+190cd1c", "unknown"],
			["ai-gateway-cost-control", "v2.35.1+8b44bd6", "enabled"],
			["agent-lifecycle-hooks", "v2.35.1+8b44bd6", "unknown"],
			["agent-lifecycle-hooks", "v2.35.1-devel+e751b285ca", "enabled"],
			["minimum-implicit-member", "v2.35.1-devel+e751b285ca", "unknown"],
		] as const) {
			assert.equal(stateOf(name, version), state, `${name} ${version}`);
		}
	});

	it("covers no later version, and no build between two releases", () => {
		for (const version of [
			"v2.36.0",
			"v2.36.0+5a3b1c0",
			"v2.35.2+abcdef0",
			"v2.36.0-rc.1+8b44bd6",
			"v2.33.0-rc.1+8b44bd6",
			"v2.35.1-devel+ffffffffff",
			"v2.100.0",
			"v3.0.0",
			"v3.2.0",
			"v0.0.0-devel+e751b285ca",
			"v1.9.0",
			"unknown",
			"",
		]) {
			assert.equal(experimentsOf(version), undefined, version);
			assert.equal(stateOf("mcp-tool-search", version), "enabled", version);
		}
	});

	it("matches Coder's releases", function () {
		needFixtures(this);
		const file = sharedPath("experiments-history.tsv");
		const minor = (text = "") => Number(text.split(".")[1] ?? Infinity);
		for (const line of readFileSync(file, "utf8").trim().split("\n").slice(1)) {
			const [name = "", since, last] = line.split("\t");
			const range = [minor(since), last ? minor(last) : Infinity] as const;
			for (let at = 0; at <= 35; at++) {
				const known = experimentsOf(`v2.${at}.0`)?.has(name);
				assert.equal(known, range[0] <= at && at <= range[1], `${name} v2.${at}`);
			}
			assert.equal(experimentsOf("v2.35.1-devel+e751b285ca")?.has(name), !last, `${name} main`);
		}
	});
});
