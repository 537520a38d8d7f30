import assert from "node:assert/strict";
import { aliasOf, needsBothNames } from "../../../src/core/options/aliases.ts";
import { stopsServer } from "../../../src/core/options/numberedFamilies.ts";
import { settingText } from "../../../src/core/coder/optionValue.ts";
import { isDeepStrictEqual } from "node:util";
import { sharedRows } from "../../support/sharedTables.ts";
import { liveConfig, liveVersions } from "../../support/liveConfigs.ts";
import { needFixtures } from "../../support/fixtures.ts";

/** Options that have a replacement but are separate settings. */
const own = new Map([
	["CODER_ADDRESS", ["CODER_HTTP_ADDRESS", "CODER_TLS_ADDRESS"]],
	["CODER_TLS_REDIRECT_HTTP_TO_HTTPS", ["CODER_REDIRECT_TO_ACCESS_URL"]],
	["CODER_VERBOSE", ["CODER_LOG_FILTER"]],
	["CODER_SSH_HOSTNAME_PREFIX", ["CODER_WORKSPACE_HOSTNAME_SUFFIX"]],
]);

describe("names of the same value", () => {
	before(function () {
		needFixtures(this);
	});

	it("are all deprecated options of all releases except those that are separate settings", () => {
		let aliases = 0;
		for (const { id = "", use_instead: reported = "" } of sharedRows("options-history.tsv")) {
			if (reported === "") continue;
			const [, latest = reported] = /> v[\d.]+:(.*)$/.exec(reported) ?? [];
			const useInstead = latest.split(",").map((one) => ({ id: one, name: one }));
			const alias = aliasOf({ id, useInstead });
			if (own.has(id)) {
				assert.deepEqual(latest.split(","), own.get(id));
				assert.equal(alias, undefined, id);
			} else {
				assert.equal(alias, latest, id);
				aliases++;
			}
		}
		assert.equal(aliases, 49);
	});

	it("have one value and, since v2.18, one source on real servers", () => {
		for (const version of liveVersions) {
			const { options } = liveConfig(version, "owner");
			const byId = new Map(options.map((option) => [option.id, option]));
			let compared = 0;
			for (const option of options) {
				const current = byId.get(aliasOf(option) ?? "");
				if (!current) continue;
				assert.ok(isDeepStrictEqual(option.value, current.value), option.id);
				assert.equal(settingText(option, option.value), settingText(current, current.value));
				if (version !== "v2.15.0" && !needsBothNames(option)) {
					assert.equal(option.valueSource, current.valueSource, option.id);
				}
				compared++;
			}
			assert.equal(compared, version === "v2.15.0" ? 0 : 49, version);
		}
	});

	it("are unknown if the server names another replacement than the table", () => {
		const id = "CODER_NOTIFICATIONS_EMAIL_FROM";
		assert.equal(aliasOf({ id, useInstead: [] }), undefined);
		assert.equal(aliasOf({ id, useInstead: [{ id: "CODER_X", name: "X" }] }), undefined);
	});
});

describe("variables that prevent the server from starting", () => {
	it("are variables of options that existed in some release", function () {
		needFixtures(this);
		const stopping = sharedRows("options-history.tsv").filter(({ env = "" }) => stopsServer(env));
		assert.deepEqual(
			stopping.map(({ env }) => env),
			["CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE"],
		);
	});
});
