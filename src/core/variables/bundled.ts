import type { DeploymentOption } from "../coder/model.ts";
import type { OptionType } from "../options/optionType.ts";
import { optionHistories } from "../releases/options.ts";
import { isDeprecatedIn, optionOf, typeOf } from "./optionOf.ts";
import { stateIn } from "../releases/optionHistory.ts";
import { newestRelease } from "../coder/release.ts";

/** What is known of a server option where no deployment tells. */
export interface BundledOption {
	/** Without description, value and source: these are a deployment's to tell. */
	readonly option: DeploymentOption;
	readonly type: OptionType;
	readonly deprecated: boolean;
}

let bundled: ReadonlyMap<string, BundledOption> | undefined;

/**
 * The options that have a variable of Coder's, by variable: as the newest release has them, else the last release that
 * had them, else the development build after it.
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
