import assert from "node:assert/strict";
import "../../support/stable.ts";
import { chosenOptions } from "../../../src/core/export/chosenOptions.ts";
import type { ExportChoices } from "../../../src/core/export/choices.ts";
import type { DeploymentOption } from "../../../src/core/coder/model.ts";
import { isChanged } from "../../../src/core/options/optionFacts.ts";
import { isEmptyValue } from "../../../src/core/coder/optionValue.ts";
import { needFixtures } from "../../support/fixtures.ts";
import { everyChoice, fixtureConfig, fixtureConfigs } from "./support/configs.ts";
import { readBack, readers, type Reader } from "./support/readBack.ts";
import { comparable } from "./support/settings.ts";

/** Returns whether the Helm chart sets a variable itself in a version; Helm values have a comment then. */
function setByChart(variable: string, version: string): boolean {
	const tls = /^CODER_TLS_(ADDRESS|ENABLE|CERT_FILE|KEY_FILE)$/.test(variable);
	const always = ["CODER_HTTP_ADDRESS", "CODER_DERP_SERVER_RELAY_URL", "CODER_CLUSTER_HOST"];
	if (!version.startsWith("v2.3")) always.push("CODER_PROMETHEUS_ADDRESS");
	return tls || always.includes(variable);
}

/** Returns whether a format can have the option only as a comment. */
function isComment(option: DeploymentOption, reader: Reader, version: string): boolean {
	if (reader === "json" || reader === "markdown") return false;
	if (reader === "yaml") return !option.yamlPath;
	const { env } = option;
	if (!env || (reader === "helm" && setByChart(env, version))) return true;
	// The server doesn't start with it.
	if (env === "CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE") return true;
	// An empty variable has no effect, and unused deprecated names are left to their replacements.
	const unused = option.useInstead.length > 0 && !isChanged(option);
	return isEmptyValue(option.value) || unused;
}

const name = ({ options, deprecated }: ExportChoices): string =>
	`${options} options, deprecated names: ${deprecated}`;

describe("every export of every fixture", function () {
	this.timeout(60_000);
	before(function () {
		needFixtures(this);
	});

	for (const fixture of fixtureConfigs) {
		for (const reader of readers) {
			it(`survives a round trip: ${fixture} as ${reader}`, () => {
				const config = fixtureConfig(fixture);
				const version = fixture.startsWith("main") ? "v2.35.1+8b44bd6" : "v2.15.0+190cd1c";
				for (const choices of everyChoice) {
					const found = readBack(config, reader, choices, version);
					const chosen = new Set(chosenOptions(config, choices).map(({ option }) => option));
					let compared = 0;
					for (const option of config.options) {
						if (option.secret) continue;
						const written = chosen.has(option) && !isComment(option, reader, version);
						assert.equal(
							found(option),
							written ? comparable(option.value) : undefined,
							`${option.name}, ${name(choices)}`,
						);
						if (written) compared++;
					}
					if (choices.options === "all") assert.ok(compared > 80, "something was compared");
				}
			});
		}
	}
});
