import type { SampleState } from "../state.ts";

/**
 * Returns the enabled experiments as the server determines them: in lower case, with `*` replaced by the safe ones in
 * its place, and with unknown names.
 */
export function enabledExperiments(state: SampleState): string[] {
	return state
		.optionValues()
		.list("CODER_EXPERIMENTS")
		.flatMap((name) => (name === "*" ? state.version.safeExperiments : [name.toLowerCase()]));
}
