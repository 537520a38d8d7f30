import assert from "node:assert/strict";
import "../../support/stable.ts";
import { needFixtures } from "../../support/fixtures.ts";
import { liveBuilds, liveConfig, liveVersions } from "../../support/liveConfigs.ts";
import { startServer } from "../../support/serverModel.ts";
import { accepts, ways } from "./support/accepts.ts";
import { everyChoice } from "./support/configs.ts";
import { comparable } from "./support/settings.ts";

describe("an export that a server starts with", function () {
	this.timeout(60_000);
	before(function () {
		needFixtures(this);
	});

	for (const version of liveVersions) {
		for (const what of ["owner", "defaults"] as const) {
			for (const way of ways) {
				it(`gives ${version} (${what}) every option's value, as ${way}`, () => {
					const config = liveConfig(version, what);
					for (const choices of everyChoice) accepts(config, way, liveBuilds[version], choices);
				});
			}
		}
	}

	it("wouldn't work with the variables that exports used to contain", () => {
		const config = liveConfig("v2.35.1", "owner");
		const start = (env: Record<string, string>) =>
			startServer(config.options, { minor: 35, env: new Map(Object.entries(env)) });
		assert.throws(
			() => start({ CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE: "true" }),
			/parse number/,
		);
		const breaker = "CIRCUIT_BREAKER_MAX_REQUESTS";
		const one = start({ [`CODER_AI_GATEWAY_${breaker}`]: "7" });
		assert.equal(comparable(one.get(`CODER_AI_GATEWAY_${breaker}`)), "3");
		const both = start({
			[`CODER_AI_GATEWAY_${breaker}`]: "7",
			[`CODER_AIBRIDGE_${breaker}`]: "7",
		});
		assert.equal(comparable(both.get(`CODER_AI_GATEWAY_${breaker}`)), "7");
	});
});
