import { parseAnswer } from "../coder/parseAnswer.ts";
import { parseJson } from "../base/json.ts";
import type { DeploymentOption } from "../coder/model.ts";

/** A configuration that was read from a file, without secrets. */
export interface ReadConfig {
	readonly options: readonly DeploymentOption[];
	readonly version?: string;
	/** What people should know, in sentences. */
	readonly notes?: readonly string[];
}

/** The version that an answer of `/buildinfo` tells; nothing when it is none. */
export function readVersion(text: string): string | undefined {
	try {
		const build = parseAnswer("buildInfo", parseJson(text));
		return build.ok ? build.value.version : undefined;
	} catch {
		return undefined;
	}
}
