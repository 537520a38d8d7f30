import { commandIds } from "../commands/commandIds.ts";
import type { Deployment } from "../deployments/deployment.ts";
import type { ChangeLog, HistoryChange } from "../history/changeEvent.ts";
import type { VersionChange } from "../history/versionChange.ts";
import { t } from "../base/l10n.ts";
import { nameSome } from "../base/nameSome.ts";
import type {
	Occurrence,
	CheckContext,
	NotificationKind,
	NotificationTarget,
} from "./notification.ts";
import { switchSetting, type NotificationSetting } from "./notificationSetting.ts";

/** What changed at one moment. */
export interface ObservedChange {
	/** What it was before: the same in every window. */
	readonly before: string;
	/** When it was seen, in ms since the epoch. */
	readonly at: number;
	readonly changes: readonly HistoryChange[];
	/** The event of the history, whose two sides can be compared. */
	readonly event?: string;
	/** What a change of the version did to options. */
	readonly version?: VersionChange;
	/** The way back, where {@link before} does not tell two changes of the same kind apart. */
	readonly back?: readonly HistoryChange[];
}

/** What was seen of a deployment lately; nothing while that is not known. */
export type ChangeSource = (
	deployment: Deployment,
) => Promise<readonly ObservedChange[] | undefined>;

/** A change is told when it is seen. What was seen this long ago, in ms, is no news. */
const newsMs = 24 * 3_600_000;

/** One restart of the server changes both; they are asked for one after the other, within this time in ms. */
const togetherMs = 15 * 60_000;

const isExperiment = ({ kind }: HistoryChange): boolean => kind === "experiment";
const isExperimentsOption = ({ kind, id }: HistoryChange): boolean =>
	kind === "option" && id === "CODER_EXPERIMENTS";

/** Whether the change of the option of experiments at a moment is told already as a change of experiments. */
function toldAsExperiments(at: number, seen: readonly ObservedChange[]): boolean {
	return seen.some(
		(other) => other.at <= at && at - other.at < togetherMs && other.changes.some(isExperiment),
	);
}

/** Whether the change of experiments at a moment was told before as that of their option. */
function toldAsOption(at: number, seen: readonly ObservedChange[]): boolean {
	const moments = seen
		.filter((other) => other.at <= at && other.changes.some(isExperimentsOption))
		.map((other) => other.at);
	// A change of the option at the same moment is that of these experiments, and not told before them.
	const last = Math.max(...moments);
	return last < at && at - last < togetherMs && !toldAsExperiments(last, seen);
}

/** Options that changed and are set; not the one of experiments where these are told themselves. */
export function configurationChanged(source: ChangeSource): NotificationKind {
	return changeKind(
		"configurationChanged",
		switchSetting("notifications.configurationChanged", false),
		source,
		({ at }, seen, { isWanted }) => {
			const without = isWanted("experimentsChanged") && toldAsExperiments(at, seen);
			return (change) =>
				change.kind === "option" && !change.unset && !(without && isExperimentsOption(change));
		},
		({ name }) => name,
		(name, words) => t("Configuration of {0} changed: {1}.", name, words),
		({ event, changes: [first] }) =>
			event === undefined
				? { command: commandIds.openConfiguration, argument: `@id:${first?.id ?? ""}` }
				: { command: commandIds.compareConfiguration, argument: event },
	);
}

/** Experiments that are enabled or not any more; not those of which their option told before. */
export function experimentsChanged(source: ChangeSource): NotificationKind {
	return changeKind(
		"experimentsChanged",
		switchSetting("notifications.experimentsChanged", false),
		source,
		({ at }, seen, { isWanted }) => {
			const told = isWanted("configurationChanged") && toldAsOption(at, seen);
			return (change) => isExperiment(change) && !told;
		},
		({ name, text }) => t("{0} ({1})", name, text),
		(name, words) => t("Experiments of {0} changed: {1}.", name, words),
		() => ({ section: "experiments" }),
	);
}

/** The changes of a history; its pairs of snapshots are the same in every window. */
export function changesOf({ events }: ChangeLog): ObservedChange[] {
	return events.map(({ beforeId, id, at, changes, version }) => ({
		before: beforeId,
		at,
		changes,
		event: id,
		...(version && { version }),
	}));
}

function changeKind(
	id: "configurationChanged" | "experimentsChanged",
	setting: NotificationSetting,
	source: ChangeSource,
	pick: (
		one: ObservedChange,
		seen: readonly ObservedChange[],
		looking: CheckContext,
	) => (change: HistoryChange) => boolean,
	wordsOf: (change: HistoryChange) => string,
	sentence: (name: string, words: string) => string,
	placeOf: (seen: ObservedChange) => NotificationTarget,
): NotificationKind {
	return {
		id,
		setting,
		reads: [id === "configurationChanged" ? "deploymentConfig" : "experiments"],
		find: async (looking) => {
			const { deployment, now } = looking;
			const seen = await source(deployment);
			return seen
				?.filter(({ at }) => now - at < newsMs)
				.map((one) => {
					const isTold = pick(one, seen, looking);
					const { changes, back } = one;
					return {
						...one,
						changes: changes.filter(isTold),
						...(back && { back: back.filter(isTold) }),
					};
				})
				.filter(({ changes }) => changes.length > 0)
				.map((one): Occurrence => ({
					subject: subjectOf(one.before, one.changes),
					words: nameSome(one.changes.map(wordsOf)),
					place: placeOf(one),
					...(one.back && { undoes: subjectOf(one.before, one.back) }),
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
