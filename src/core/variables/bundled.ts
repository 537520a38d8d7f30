import type { DeploymentOption } from "../coder/model.ts";
import { aliasOf } from "../options/aliases.ts";
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

/**
 * Returns the option that has the same value as a variable, under the name that an earlier version uses. An option that
 * a different one replaced isn't its earlier name.
 *
 * @param has whether that version has a variable
 */
export function formerOption(
	name: string,
	has: (name: string) => boolean,
): DeploymentOption | undefined {
	for (const [former, { option }] of bundledOptions()) {
		if (has(former) && aliasOf(option) === name) return option;
	}
	return undefined;
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
