import type { DeploymentOption } from "../coder/model.ts";
import { isChanged } from "../options/optionFacts.ts";
import { pairOptions, type OptionPair } from "./pair.ts";

/** Whether somebody set the option on one of the sides, or it isn't at its default there. */
export function isSetOnEither({ left, right }: OptionPair): boolean {
	return [left, right].some((option) => option && isChanged(option));
}

/** The options of each side that are set on either, in the side's own order. */
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
