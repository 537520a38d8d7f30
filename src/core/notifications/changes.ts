import type { Deployment } from "../deployments/deployment.ts";
import type { ChangeLog, HistoryChange } from "../history/changeEvent.ts";
import { t } from "../base/l10n.ts";
import { nameSome } from "../base/nameSome.ts";
import type { Found, NoticeId, NoticeKind, Place } from "./notice.ts";

/** What changed at one moment. */
export interface SeenChange {
	/** What it was before: the same in every window. */
	readonly before: string;
	/** When it was seen, in ms since the epoch. */
	readonly at: number;
	readonly changes: readonly HistoryChange[];
	/** The event of the history, whose two sides can be compared. */
	readonly event?: string;
	/** The way back, where {@link before} does not tell two changes of the same kind apart. */
	readonly back?: readonly HistoryChange[];
}

/** What was seen of a deployment lately; nothing while that is not known. */
export type ChangeSource = (deployment: Deployment) => Promise<readonly SeenChange[] | undefined>;

/** A change is told when it is seen. What was seen this long ago, in ms, is no news. */
const newsMs = 24 * 3_600_000;

/** Options that changed. */
export function configurationChanged(source: ChangeSource): NoticeKind {
	return changeKind(
		"configurationChanged",
		source,
		"option",
		({ name }) => name,
		(name, words) => t("The configuration of {0} changed: {1}.", name, words),
		({ event, changes: [first] }) =>
			event === undefined
				? { command: "coderDeployment.openConfiguration", argument: `@id:${first?.id ?? ""}` }
				: { command: "coderDeployment.compareConfiguration", argument: event },
	);
}

/** Experiments that are enabled or not any more. */
export function experimentsChanged(source: ChangeSource): NoticeKind {
	return changeKind(
		"experimentsChanged",
		source,
		"experiment",
		({ name, text }) => t("{0} ({1})", name, text),
		(name, words) => t("The experiments of {0} changed: {1}.", name, words),
		() => ({ section: "experiments" }),
	);
}

/** The changes of a history; its pairs of snapshots are the same in every window. */
export function changesOf({ events }: ChangeLog): SeenChange[] {
	return events.map(({ beforeId, id, at, changes }) => ({
		before: beforeId,
		at,
		changes,
		event: id,
	}));
}

function changeKind(
	id: NoticeId,
	source: ChangeSource,
	wanted: HistoryChange["kind"],
	wordsOf: (change: HistoryChange) => string,
	sentence: (name: string, words: string) => string,
	placeOf: (seen: SeenChange) => Place,
): NoticeKind {
	const only = (changes: readonly HistoryChange[]) => changes.filter(({ kind }) => kind === wanted);
	return {
		id,
		reads: [wanted === "option" ? "deploymentConfig" : "experiments"],
		find: async ({ deployment, now }) => {
			const seen = await source(deployment);
			return seen
				?.filter(({ at }) => now - at < newsMs)
				.map((one) => ({ ...one, changes: only(one.changes) }))
				.filter(({ changes }) => changes.length > 0)
				.map((one): Found => ({
					subject: subjectOf(one.before, one.changes),
					words: nameSome(one.changes.map(wordsOf)),
					place: placeOf(one),
					...(one.back && { undoes: subjectOf(one.before, only(one.back)) }),
				}));
		},
		sentence: (name, [{ words }]) => sentence(name, words),
	};
}

/** Values are left out where the snapshot before tells changes apart: windows may tell them in different languages. */
function subjectOf(before: string, changes: readonly HistoryChange[]): string {
	const parts = changes.map(({ id, text }) => (before === "" ? `${id} ${text}` : id));
	return [before, ...parts.toSorted()].join("\n");
}
