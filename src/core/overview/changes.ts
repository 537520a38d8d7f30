import { commandIds } from "../commands/commandIds.ts";
import { formatAge, formatCount, formatMoment } from "../base/format.ts";
import type { ChangeEvent, ChangeLog, HistoryChange } from "../history/changeEvent.ts";
import { t } from "../base/l10n.ts";
import type { OutlineNode } from "./node.ts";

/** The maximum number of changes to list. For more, as after an upgrade, there is the comparison. */
const shownChanges = 30;

/**
 * Returns the section with the deployment's changes and when they were seen, newest first.
 *
 * @param log missing while the history is being read
 */
export function changesSection(
	deployment: string,
	log: ChangeLog | undefined,
	now: number,
): OutlineNode {
	const id = `${deployment}/changes`;
	const section = {
		id,
		label: t("Changes"),
		icon: "history",
		words: ["history"],
		tooltip: [
			t(
				"Changes to the configuration, experiments, version, and health since they were first recorded on this machine.",
			),
			t("Snapshots are stored without secrets, on this machine only."),
		],
	};
	if (log === undefined) return { ...section, children: [note(id, t("Loading…"), "loading~spin")] };
	const events = [...log.events, ...log.health].sort((one, other) => other.at - one.at);
	const [newest] = events;
	if (!newest) {
		const sentence =
			log.since === undefined
				? t("Nothing recorded yet")
				: t("No changes since {0}", formatMoment(log.since));
		return { ...section, description: t("None"), children: [note(id, sentence, "circle-outline")] };
	}
	return {
		...section,
		description: formatDay(newest.at, now),
		children: events.map((event) => eventNode(deployment, id, event, now)),
	};
}

/** Formats an age in whole days or hours, because a row that changes every second would be redrawn every second. */
function formatDay(at: number, now: number): string {
	const hourMs = 3_600_000;
	return now - at < hourMs ? t("in the last hour") : formatAge(at, now);
}

function eventNode(
	deployment: string,
	parent: string,
	event: ChangeEvent,
	now: number,
): OutlineNode {
	const id = `${parent}/${event.id}`;
	const summary = summaryOf(event.changes);
	// Health changes have no configuration to compare.
	const isHealth = event.changes.every(({ kind }) => kind === "health");
	const command = isHealth ? undefined : compareCommand(deployment, event.id);
	const hidden = event.changes.length - shownChanges;
	return {
		id,
		label: formatMoment(event.at),
		description: summary,
		icon: isHealth ? "heart" : "git-commit",
		copy: [
			`${formatMoment(event.at)}: ${summary}`,
			...event.changes.map(({ name, text }) => `${name}: ${text}`),
		].join("\n"),
		tooltip: [
			t(
				"Detected {0}; it changed at some point since the previous check.",
				formatDay(event.at, now),
			),
		],
		children: [
			...event.changes.slice(0, shownChanges).map((change) => changeNode(id, change, command)),
			...(hidden > 0
				? [
						{
							...note(id, t("{0} more", formatCount(hidden)), "ellipsis"),
							...(command && { command }),
						},
					]
				: []),
		],
	};
}

function changeNode(
	parent: string,
	{ kind, id, name, text }: HistoryChange,
	command: OutlineNode["command"],
): OutlineNode {
	const icon = { version: "tag", experiment: "beaker", option: "settings-gear", health: "heart" }[
		kind
	];
	return {
		id: `${parent}/${kind}/${id}`,
		label: name,
		description: text,
		icon,
		copy: `${name}: ${text}`,
		...(command && { command }),
	};
}

/** Returns a summary such as `version, 1 experiment, 3 options`. */
export function summaryOf(changes: readonly HistoryChange[]): string {
	const count = (wanted: HistoryChange["kind"]) =>
		changes.filter(({ kind }) => kind === wanted).length;
	const [experiments, options] = [count("experiment"), count("option")];
	const health = changes.filter(({ kind }) => kind === "health").map(({ name }) => name);
	return [
		count("version") > 0 && t("version"),
		experiments > 0 &&
			(experiments === 1 ? t("1 experiment") : t("{0} experiments", formatCount(experiments))),
		options > 0 && (options === 1 ? t("1 option") : t("{0} options", formatCount(options))),
		health.length > 0 && t("health: {0}", health.join(", ")),
	]
		.filter(Boolean)
		.join(", ");
}

function compareCommand(deployment: string, event: string): NonNullable<OutlineNode["command"]> {
	return {
		id: commandIds.compareConfiguration,
		title: t("Compare Configuration"),
		arguments: [deployment, event],
	};
}

function note(parent: string, label: string, icon: string): OutlineNode {
	return { id: `${parent}/note`, label, icon, tone: "muted" };
}
