import { commandIds } from "../commands/commandIds.ts";
import type { HistoryChange } from "../history/changeEvent.ts";
import { t } from "../base/l10n.ts";
import { nameSome } from "../base/nameSome.ts";
import {
	isExperiment,
	isExperimentsOption,
	reportedAsExperiments,
	reportedAsOption,
} from "./changedTogether.ts";
import type { ChangeSource, ObservedChange } from "./observedChange.ts";
import type {
	Occurrence,
	CheckContext,
	NotificationKind,
	NotificationTarget,
} from "./notification.ts";
import { switchSetting, type NotificationSetting } from "./notificationSetting.ts";

/** The maximum age of a change in a notification, in ms. Older changes aren't news. */
const newsMs = 24 * 3_600_000;

/**
 * Notifies of options that changed and are set. Leaves out the experiments option if the experiments are reported
 * themselves.
 */
export function configurationChanged(source: ChangeSource): NotificationKind {
	return changeKind(
		"configurationChanged",
		switchSetting("notifications.configurationChanged", false),
		source,
		({ at }, seen, { isWanted }) => {
			const without = isWanted("experimentsChanged") && reportedAsExperiments(at, seen);
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

/** Notifies of experiments that were enabled or disabled, unless a change of their option was already reported. */
export function experimentsChanged(source: ChangeSource): NotificationKind {
	return changeKind(
		"experimentsChanged",
		switchSetting("notifications.experimentsChanged", false),
		source,
		({ at }, seen, { isWanted }) => {
			const isReported = isWanted("configurationChanged") && reportedAsOption(at, seen);
			return (change) => isExperiment(change) && !isReported;
		},
		({ name, text }) => t("{0} ({1})", name, text),
		(name, words) => t("Experiments of {0} changed: {1}.", name, words),
		() => ({ section: "experiments" }),
	);
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
					const isIncluded = pick(one, seen, looking);
					const { changes, back } = one;
					return {
						...one,
						changes: changes.filter(isIncluded),
						...(back && { back: back.filter(isIncluded) }),
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

/**
 * Values are left out if the previous snapshot identifies the changes, because windows may display them in different
 * languages.
 */
function subjectOf(before: string, changes: readonly HistoryChange[]): string {
	const parts = changes.map(({ id, text }) => (before === "" ? `${id} ${text}` : id));
	return [before, ...parts.toSorted()].join("\n");
}
