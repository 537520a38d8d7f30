import type { DeploymentOption } from "../coder/model.ts";
import type { OptionType } from "../options/optionType.ts";
import { optionHistories } from "../releases/options.ts";
import { isDeprecatedIn, optionOf, typeOf } from "./optionOf.ts";
import { stateIn } from "../releases/optionHistory.ts";
import { newestRelease } from "../coder/release.ts";

/** An option in the bundled table. Used if no deployment provides its own options. */
export interface BundledOption {
	/** Has no description, value, or source: only a deployment can provide these. */
	readonly option: DeploymentOption;
	readonly type: OptionType;
	readonly deprecated: boolean;
}

let bundled: ReadonlyMap<string, BundledOption> | undefined;

/**
 * Returns the options that have a Coder variable, by variable: as of the newest release, otherwise as of the last
 * release that had them, otherwise as of the development build after it.
 */
export function bundledOptions(): ReadonlyMap<string, BundledOption> {
	return (bundled ??= read());
}

function read(): ReadonlyMap<string, BundledOption> {
	const found = new Map<string, BundledOption>();
	for (const history of optionHistories().values()) {
		const release = Math.max(history.since, Math.min(history.last ?? Infinity, newestRelease));
		const state = stateIn(history, release);
		if (!state?.env.startsWith("CODER_")) continue;
		found.set(state.env, {
			option: optionOf(history, state),
			type: typeOf(history.id, state),
			deprecated: isDeprecatedIn(history.id, state),
		});
	}
	return found;
}
