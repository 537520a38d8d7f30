import { compareOptions } from "../comparison/compare.ts";
import { isSetOnEither } from "../comparison/setOptions.ts";
import { isDeprecated } from "../options/optionMarks.ts";
import { isChanged } from "../options/optionFacts.ts";
import type { DeploymentState } from "./state.ts";

/** A server's version change, and its effect on options that are set. */
export interface VersionChange {
	readonly from: string;
	readonly to: string;
	/** The number of set options with a new value or source, or that exist on only one side. */
	readonly changed: number;
	/** The number of set options that are newly deprecated. */
	readonly deprecated: number;
}

/**
 * Returns the version change between two states, or `undefined` if there is none or either side's options aren't known.
 */
export function versionChangeOf(
	before: DeploymentState,
	after: DeploymentState,
): VersionChange | undefined {
	const [from, to] = [before.version, after.version];
	if (from === undefined || to === undefined || from === to) return undefined;
	if (!before.config || !after.config) return undefined;
	const wasDeprecated = new Set(before.config.options.filter(isDeprecated).map(({ id }) => id));
	return {
		from,
		to,
		changed: compareOptions(before.config.options, after.config.options).filter(isSetOnEither)
			.length,
		deprecated: after.config.options.filter(
			(option) => isChanged(option) && isDeprecated(option) && !wasDeprecated.has(option.id),
		).length,
	};
}
