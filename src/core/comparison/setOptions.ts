import type { DeploymentOption } from "../coder/model.ts";
import { isChanged } from "../options/optionFacts.ts";
import { pairOptions, type OptionPair } from "./pair.ts";

/** Returns whether an option is set, or differs from its default, on either side. */
export function isSetOnEither({ left, right }: OptionPair): boolean {
	return [left, right].some((option) => option && isChanged(option));
}

/** Returns each side's options that are set on either side, in the side's own order. */
export function setOnEither(
	left: readonly DeploymentOption[],
	right: readonly DeploymentOption[],
): readonly [left: readonly DeploymentOption[], right: readonly DeploymentOption[]] {
	const kept = new Set(pairOptions(left, right).filter(isSetOnEither).flatMap(bothOf));
	return [left.filter((option) => kept.has(option)), right.filter((option) => kept.has(option))];
}

function bothOf({ left, right }: OptionPair): (DeploymentOption | undefined)[] {
	return [left, right];
}
