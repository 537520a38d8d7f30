import assert from "node:assert/strict";
import {
	allReleases,
	mainBuild,
	newestRelease,
	releaseName,
	releaseOf,
	releaseVersion,
} from "../../../src/core/coder/release.ts";

describe("recorded releases", () => {
	it("have the version that their server reports, and a name", () => {
		for (const release of [...allReleases, mainBuild])
			assert.equal(releaseOf(releaseVersion(release)), release, releaseName(release));
		assert.equal(releaseVersion(7), "v2.7.0");
		assert.match(releaseVersion(mainBuild), /^v2\.35\.1-devel\+[0-9a-f]{10}$/);
		assert.equal(releaseName(7), "v2.7");
		assert.equal(releaseName(mainBuild), "main");
	});

	it("include all patches, but only recorded ones of the newest release", () => {
		assert.equal(releaseOf("v2.30.12"), 30);
		assert.equal(releaseOf("v2.30.0+8b44bd6"), 30);
		assert.equal(releaseOf("v2.35.1"), newestRelease);
		assert.equal(releaseOf("v2.35.2"), undefined);
	});

	it("don't include candidates, builds between releases, and other versions", () => {
		for (const version of [
			"v2.36.0",
			"v3.1.0",
			"v2.30.0-rc.1",
			"v2.30.0-devel+8b44bd6",
			"v2.35.1-devel+0000000000",
			"v2.30",
			"2.30.0",
			"xv2.30.0",
			"v2.30.0 ",
			"unknown",
			"",
		]) {
			assert.equal(releaseOf(version), undefined, version);
		}
	});
});
