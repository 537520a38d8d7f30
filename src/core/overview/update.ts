import { commandIds } from "../commands/commandIds.ts";
import { t } from "../base/l10n.ts";
import { upgradeDocsUrl } from "../coder/links.ts";
import { failsAsAWhole } from "../deployments/condition.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { readUpdate, type UpdateState } from "../coder/updateState.ts";
import { isWebUrl } from "../base/url.ts";
import { valueRow, type OutlineNode, type Tone } from "./node.ts";
import { section } from "./section.ts";

/** The muted update notifications of a deployment: a version, `*` for all, or none. */
export type MutedUpdates = string | undefined;

/** Returns the section that shows whether the server is up to date, has an update, or was never checked. */
export function updateSection(
	parent: string,
	snapshot: Snapshot,
	muted?: MutedUpdates,
): OutlineNode {
	const state = readUpdate(snapshot.updateCheck.value, snapshot.buildInfo.value);
	const { icon, tone } = updateLook(snapshot);
	const mutedRows = mutedRow(parent, state, muted);
	return section({
		parent,
		name: "update",
		label: t("Update"),
		icon: state.kind === "unknown" ? "sync" : icon,
		snapshot,
		from: ["updateCheck", "buildInfo"],
		description: updateSentence(state),
		more: {
			...(tone === "warning" || tone === "good" ? { tone } : {}),
			words: ["updates", ...(mutedRows.length > 0 ? ["updatesMuted"] : [])],
		},
		tooltip: [
			t(
				"The server checks GitHub once a day for the latest stable release. It doesn't report when it last checked.",
			),
		],
		rows: (id) => [...rows(id, state, snapshot, parent), ...mutedRows],
	});
}

/** The appearance of the update state in the tree, the status bar, and messages. */
export interface UpdateLook {
	/** The name of a codicon. */
	readonly icon: string;
	readonly tone: Tone;
	readonly sentence: string;
}

/** Returns how the update state is displayed. “Up to date” requires that the last check succeeded. */
export function updateLook(snapshot: Snapshot): UpdateLook {
	const { updateCheck, buildInfo } = snapshot;
	const state = readUpdate(updateCheck.value, buildInfo.value);
	const look = stateLook(state);
	if (updateCheck.failure === undefined) return look;
	// If everything about the deployment fails, its own row shows that.
	const sentence = failsAsAWhole(updateCheck, snapshot)
		? look.sentence
		: t("{0} (the last check failed)", look.sentence);
	// A version remains available even if a later check fails.
	return state.kind === "available"
		? { ...look, sentence }
		: { icon: "question", tone: "muted", sentence };
}

function stateLook(state: UpdateState): UpdateLook {
	const sentence = updateSentence(state);
	switch (state.kind) {
		case "available":
			return { icon: "arrow-circle-up", tone: "warning", sentence };
		case "current":
			return { icon: "pass", tone: "good", sentence };
		case "ahead":
			return { icon: "rocket", tone: "good", sentence };
		case "notChecked":
		case "unknown":
			return { icon: "question", tone: "muted", sentence };
	}
}

/** Describes the update state in a few words. */
export function updateSentence(state: UpdateState): string {
	switch (state.kind) {
		case "unknown":
			return t("Unknown");
		case "notChecked":
			return t("Not checked");
		case "current":
			return t("Up to date");
		case "ahead":
			return t("Newer than the stable release");
		case "available":
			return t("{0} is available", state.latest);
	}
}

function rows(
	id: string,
	state: UpdateState,
	snapshot: Snapshot,
	deployment: string,
): OutlineNode[] {
	const status = statusRows(id, state, snapshot);
	if (state.kind === "unknown") return status;
	if (state.kind === "notChecked") return [...status, previewRow(id, deployment)];
	return [
		...status,
		valueRow(id, "latest", t("Latest stable release"), state.latest, {
			icon: "tag",
			...(isWebUrl(state.url) ? { url: state.url } : {}),
			tooltip: [t("Opens the release notes in your browser.")],
		}),
		...(state.kind === "available"
			? [
					valueRow(id, "how", t("How to upgrade"), upgradeDocsUrl, {
						icon: "book",
						url: upgradeDocsUrl,
					}),
					previewRow(id, deployment),
				]
			: []),
	];
}

/** Returns a row with the state, if there is more to say about it than in the section's description. */
function statusRows(id: string, state: UpdateState, snapshot: Snapshot): OutlineNode[] {
	const { sentence, ...look } = updateLook(snapshot);
	const tooltip = explanation(state, snapshot);
	if (tooltip === undefined && sentence === updateSentence(state)) return [];
	return [
		valueRow(id, "state", t("Update state"), sentence, {
			...look,
			...(tooltip === undefined ? {} : { tooltip: [tooltip] }),
		}),
	];
}

function previewRow(id: string, deployment: string): OutlineNode {
	return {
		id: `${id}/preview`,
		label: t("Preview Upgrade"),
		icon: "checklist",
		tooltip: [t("Shows what an upgrade changes for this deployment.")],
		command: {
			id: commandIds.previewUpgrade,
			title: t("Preview Upgrade"),
			arguments: [deployment],
		},
	};
}

function explanation(state: UpdateState, snapshot: Snapshot): string | undefined {
	switch (state.kind) {
		case "unknown":
			return t("The server reported a latest version that can't be read.");
		case "notChecked":
			return whyNotChecked(snapshot);
		case "ahead":
			return t("Coder marks only stable releases as latest. Mainline releases are newer.");
		default:
			return undefined;
	}
}

function mutedRow(parent: string, state: UpdateState, muted: MutedUpdates): OutlineNode[] {
	const all = muted === "*";
	if (!all && !(state.kind === "available" && muted === state.latest)) return [];
	return [
		{
			id: `${parent}/update/muted`,
			label: t("Notifications muted"),
			description: all ? t("all versions") : muted,
			icon: "bell-slash",
			tone: "muted",
			tooltip: [t("Select this row to turn notifications back on.")],
			command: {
				id: commandIds.unmuteUpdates,
				title: t("Unmute Update Notifications"),
				arguments: [parent],
			},
		},
	];
}

/** Returns a sentence about the update state for a message, with the reason if no check was made. */
export function updateMessage(snapshot: Snapshot): string {
	const state = readUpdate(snapshot.updateCheck.value, snapshot.buildInfo.value);
	return state.kind === "notChecked" ? whyNotChecked(snapshot) : `${updateSentence(state)}.`;
}

/**
 * Describes why there was no check. If the account can read the configuration, the option distinguishes a check that is
 * turned off from one that couldn't reach GitHub.
 */
function whyNotChecked(snapshot: Snapshot): string {
	const option = snapshot.deploymentConfig.value?.options.find(
		({ id }) => id === "CODER_UPDATE_CHECK",
	);
	switch (option?.value) {
		case false:
			return t("This server doesn't check for updates (CODER_UPDATE_CHECK is off).");
		case true:
			return t("This server checks for updates, but hasn't reached GitHub yet.");
		default:
			return t("This server doesn't check for updates, or it hasn't reached GitHub yet.");
	}
}
