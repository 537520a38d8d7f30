import type { JsonObject } from "../json.ts";
import type { SampleState } from "../state.ts";

/** Returns the body of GET /deployment/ssh; options have the form "key=value" or "key value". */
export function sshConfig(state: SampleState): JsonObject {
	const values = state.optionValues();
	const options: JsonObject = {};
	for (const line of values.list("CODER_SSH_CONFIG_OPTIONS")) {
		const [, key, value] = /^\s*([^\s=]+)[\s=]+(.*)$/.exec(line) ?? [];
		if (key !== undefined) {
			options[key] = value ?? "";
		}
	}
	return {
		hostname_prefix: values.text("CODER_SSH_HOSTNAME_PREFIX"),
		...(state.version.level >= 22 && {
			hostname_suffix: values.text("CODER_WORKSPACE_HOSTNAME_SUFFIX"),
		}),
		ssh_config_options: options,
	};
}
