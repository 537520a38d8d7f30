import type { SampleState } from "../state.ts";

/**
 * The enabled experiments as the server works them out: lower case, `*` replaced by the safe ones
 * where it stands, unknown names kept.
 */
export function enabledExperiments(state: SampleState): string[] {
	return state
		.optionValues()
		.list("CODER_EXPERIMENTS")
		.flatMap((name) => (name === "*" ? state.version.safeExperiments : [name.toLowerCase()]));
}
