import type { JsonValue } from "../../../../src/core/base/json.ts";
import {
	deploymentConfig,
	optionValues,
} from "../../../sample-deployment/config/deploymentConfig.ts";
import type { Setting } from "../../../sample-deployment/config/settings.ts";
import { serverVersion } from "../../../sample-deployment/versions.ts";
import type { Recording } from "../../../support/recorded.ts";

/**
 * Returns the answers of the sample organization's server, with some options set by their variables. Its secrets are
 * marked.
 */
export function company(env: Readonly<Record<string, JsonValue>>): Recording {
	const version = serverVersion("current");
	const changes = Object.entries(env).map(([option, value]) => ({
		option,
		value: value as Setting["value"],
		source: "env" as const,
	}));
	const body = deploymentConfig(optionValues({ version, configured: true, changes, extra: 0 }));
	return {
		deploymentConfig: { body: body as JsonValue },
		buildInfo: { body: { version: version.version, external_url: "", workspace_proxy: false } },
		experiments: { body: [] },
		experimentsAvailable: { body: { safe: [] } },
	};
}

/** Causes a high-severity finding. */
export const pprof = { CODER_PPROF_ENABLE: true, CODER_PPROF_ADDRESS: "0.0.0.0:6060" };
