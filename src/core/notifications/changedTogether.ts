import type { HistoryChange } from "../history/changeEvent.ts";
import type { ObservedChange } from "./observedChange.ts";

/** One restart of the server changes both; they are asked for one after the other, within this time in ms. */
const togetherMs = 15 * 60_000;

export const isExperiment = ({ kind }: HistoryChange): boolean => kind === "experiment";
export const isExperimentsOption = ({ kind, id }: HistoryChange): boolean =>
	kind === "option" && id === "CODER_EXPERIMENTS";

/** Whether the change of the option of experiments at a moment is told already as a change of experiments. */
export function toldAsExperiments(at: number, seen: readonly ObservedChange[]): boolean {
	return seen.some(
		(other) => other.at <= at && at - other.at < togetherMs && other.changes.some(isExperiment),
	);
}

/** Whether the change of experiments at a moment was told before as that of their option. */
export function toldAsOption(at: number, seen: readonly ObservedChange[]): boolean {
	const moments = seen
		.filter((other) => other.at <= at && other.changes.some(isExperimentsOption))
		.map((other) => other.at);
	// A change of the option at the same moment is that of these experiments, and not told before them.
	const last = Math.max(...moments);
	return last < at && at - last < togetherMs && !toldAsExperiments(last, seen);
}
