import assert from "node:assert/strict";
import { parseAnswer } from "../../src/core/coder/parseAnswer.ts";
import { parseJson } from "../../src/core/base/json.ts";
import { memoizeTexts } from "../../src/core/base/memoize.ts";
import type { DeploymentConfig } from "../../src/core/coder/model.ts";
import { sharedText } from "./sharedTables.ts";

/** Versions with answers of real servers. */
export const liveVersions = ["v2.15.0", "v2.35.1", "main"] as const;

export type LiveVersion = (typeof liveVersions)[number];

/** The version that `/buildinfo` of these servers returns. */
export const liveBuilds: Readonly<Record<LiveVersion, string>> = {
	"v2.15.0": "v2.15.0+190cd1c",
	"v2.35.1": "v2.35.1+8b44bd6",
	main: "v2.35.1-devel+e751b285ca",
};

/** Returns the body of a recorded answer. */
export function liveBody(version: LiveVersion, name: string): string {
	return bodyIn(`live/${version}/${name}.http`);
}

function bodyIn(file: string): string {
	const [, body] = /^[^]*?\r?\n\r?\n([^]*)$/.exec(sharedText(file)) ?? assert.fail(file);
	return body ?? "";
}

/**
 * Returns the configuration of a real server, which is parsed once in each process: as its owner reads it, or of an
 * unconfigured server.
 */
export function liveConfig(version: LiveVersion, what: "owner" | "defaults"): DeploymentConfig {
	return parsedFile(`live/${version}/${what}-config.http`);
}

const parsedFile = memoizeTexts((file): DeploymentConfig => {
	const parsed = parseAnswer("deploymentConfig", parseJson(bodyIn(file)));
	assert.ok(parsed.ok);
	return parsed.value;
});
