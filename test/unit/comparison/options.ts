import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import type { JsonObject, JsonValue } from "../../../src/core/base/json.ts";
import type { DeploymentOption } from "../../../src/core/coder/model.ts";

/** Parses options from what a server would send. */
export function optionsOf(...wire: readonly JsonObject[]): readonly DeploymentOption[] {
	return optionsIn({ options: wire });
}

/** Returns the options in an answer of `/deployment/config`. */
export function optionsIn(body: JsonValue): readonly DeploymentOption[] {
	const parsed = parseAnswer("deploymentConfig", body);
	if (!parsed.ok) throw new Error(`not understood at ${parsed.field}`);
	return parsed.value.options;
}

/** Returns an option with a string value that its variable sets. */
export function textOption(env: string, value: JsonValue, more: JsonObject = {}): JsonObject {
	return { name: env.replaceAll("_", " "), env, value, value_source: "env", ...more };
}
