import assert from "node:assert/strict";
import { parseAnswer } from "../../../../src/core/coder/parseAnswer.ts";
import type { ExportChoices, ExportFacts } from "../../../../src/core/export/choices.ts";
import type { JsonObject, JsonValue } from "../../../../src/core/base/json.ts";
import { memoizeTexts } from "../../../../src/core/base/memoize.ts";
import type { DeploymentConfig } from "../../../../src/core/coder/model.ts";
import { fixtureJson } from "../../../support/fixtures.ts";

/** Configurations of servers of two versions, configured and unconfigured. */
export const fixtureConfigs = [
	"main/deployment-config.json",
	"main/deployment-config-defaults.json",
	"v2.15.0/deployment-config.json",
	"v2.15.0/deployment-config-defaults.json",
] as const;

export const facts: ExportFacts = {
	name: "Larkspur",
	url: "https://coder.larkspur.example",
	version: "v2.35.1+8b44bd6",
	at: Date.parse("2026-08-07T10:00:00Z"),
};

/** Every combination of choices. */
export const everyChoice: readonly ExportChoices[] = (["all", "changed"] as const).flatMap(
	(options) => (["keep", "replace"] as const).map((deprecated) => ({ options, deprecated })),
);

export const all: ExportChoices = { options: "all", deprecated: "keep" };

/** Parses a body of `GET /deployment/config` as the extension does. */
export function configOf(body: JsonValue): DeploymentConfig {
	const parsed = parseAnswer("deploymentConfig", body);
	assert.ok(parsed.ok);
	return parsed.value;
}

/** Returns the configuration in a fixture, which is read and parsed once in each process. */
export const fixtureConfig = memoizeTexts((name) => configOf(fixtureJson(name)));

/** Returns a configuration with the given options, written as the server sends them. */
export const configWith = (...options: readonly JsonObject[]): DeploymentConfig =>
	configOf({ config: {}, options });
