import { parseAnswer } from "../coder/parseAnswer.ts";
import { parseJson } from "../base/json.ts";
import type { DeploymentOption } from "../coder/model.ts";

/** A configuration from a file, without secrets. */
export interface ReadConfig {
	readonly options: readonly DeploymentOption[];
	readonly version?: string;
	/** Notes for users, in sentences. */
	readonly notes?: readonly string[];
}

/** Returns the version in a response of `/buildinfo`, or `undefined` if there is none. */
export function readVersion(text: string): string | undefined {
	try {
		const build = parseAnswer("buildInfo", parseJson(text));
		return build.ok ? build.value.version : undefined;
	} catch {
		return undefined;
	}
}
