import type { DeploymentOption } from "../../coder/model.ts";

/** By what a configuration file is judged: a deployment's own options, or those of a release. */
export interface ConfigReference {
	readonly options: readonly DeploymentOption[];
	/** The server's, by which values are read. */
	readonly version: string | undefined;
	/** In sentences: `Production`, `Coder v2.35`. */
	readonly name: string;
	/** A deployment told its options itself. Of releases, choices are not known for certain. */
	readonly told: boolean;
	/** Names of experiments that may be enabled. */
	readonly experiments: readonly string[];
}

/** The options that have a place in YAML, by their path. */
export function optionsByPath({
	options,
}: Pick<ConfigReference, "options">): ReadonlyMap<string, DeploymentOption> {
	return new Map(
		options.flatMap((option) =>
			option.yamlPath ? [[option.yamlPath.join("."), option] as const] : [],
		),
	);
}
