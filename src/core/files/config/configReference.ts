import type { DeploymentOption } from "../../coder/model.ts";

/** The reference for checking a configuration file: a deployment's own options, or those of a release. */
export interface ConfigReference {
	readonly options: readonly DeploymentOption[];
	/** The version of the server, which determines how values are parsed. */
	readonly version: string | undefined;
	/** The name to use in sentences: `Production`, `Coder v2.35`. */
	readonly name: string;
	/** Whether a deployment reported the options. For releases, the allowed choices aren't known for certain. */
	readonly reported: boolean;
	/** Names of experiments that can be enabled. */
	readonly experiments: readonly string[];
}

/** Returns the options that can be set in YAML, by path. */
export function optionsByPath({
	options,
}: Pick<ConfigReference, "options">): ReadonlyMap<string, DeploymentOption> {
	return new Map(
		options.flatMap((option) =>
			option.yamlPath ? [[option.yamlPath.join("."), option] as const] : [],
		),
	);
}
