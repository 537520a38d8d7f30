import type { HistoryChange } from "../history/changeEvent.ts";
import type { ObservedChange } from "./observedChange.ts";

/**
 * The maximum time between two reports of the same restart, in ms. A restart changes both the option and the
 * experiments, which are requested one after the other.
 */
const togetherMs = 15 * 60_000;

export const isExperiment = ({ kind }: HistoryChange): boolean => kind === "experiment";
export const isExperimentsOption = ({ kind, id }: HistoryChange): boolean =>
	kind === "option" && id === "CODER_EXPERIMENTS";

/** Whether a change of the experiments option has already been reported as a change of experiments. */
export function reportedAsExperiments(at: number, seen: readonly ObservedChange[]): boolean {
	return seen.some(
		(other) => other.at <= at && at - other.at < togetherMs && other.changes.some(isExperiment),
	);
}

/** Whether a change of experiments has already been reported as a change of their option. */
export function reportedAsOption(at: number, seen: readonly ObservedChange[]): boolean {
	const moments = seen
		.filter((other) => other.at <= at && other.changes.some(isExperimentsOption))
		.map((other) => other.at);
	// A change of the option at the same moment belongs to these experiments, and wasn't reported before.
	const last = Math.max(...moments);
	return last < at && at - last < togetherMs && !reportedAsExperiments(last, seen);
}
