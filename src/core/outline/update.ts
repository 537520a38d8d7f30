import { t } from "../l10n.ts";
import { upgradeDocsUrl } from "../links.ts";
import type { Snapshot } from "../slot.ts";
import { readUpdate, type UpdateState } from "../updateState.ts";
import { isWebUrl } from "../url.ts";
import { valueRow, type OutlineNode } from "./node.ts";
import { section } from "./section.ts";

/** Whether the server is up to date, has an update, or was never checked. */
export function updateSection(parent: string, snapshot: Snapshot): OutlineNode {
	const state = readUpdate(snapshot.updateCheck.value, snapshot.buildInfo.value);
	return section({
		parent,
		name: "update",
		label: t("Update"),
		icon: state.kind === "available" ? "arrow-circle-up" : "sync",
		snapshot,
		from: ["updateCheck", "buildInfo"],
		description: updateSentence(state),
		more: state.kind === "available" ? { tone: "warning" } : {},
		tooltip: [
			t(
				"The server asks GitHub once a day for the latest stable release; when it last did is not told.",
			),
		],
		rows: (id) => rows(id, state, snapshot),
	});
}

/** The state of updates in a few words. */
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

function rows(id: string, state: UpdateState, snapshot: Snapshot): OutlineNode[] {
	const status = valueRow(
		id,
		"state",
		t("State"),
		updateSentence(state),
		stateLook(state, snapshot),
	);
	if (state.kind === "unknown" || state.kind === "notChecked") return [status];
	return [
		status,
		valueRow(id, "latest", t("Latest stable release"), state.latest, {
			icon: "tag",
			...(isWebUrl(state.url) ? { url: state.url } : {}),
			tooltip: [t("The release notes open in the browser.")],
		}),
		...(state.kind === "available"
			? [
					valueRow(id, "how", t("How to upgrade"), upgradeDocsUrl, {
						icon: "book",
						url: upgradeDocsUrl,
					}),
				]
			: []),
	];
}

function stateLook(state: UpdateState, snapshot: Snapshot): Partial<OutlineNode> {
	switch (state.kind) {
		case "available":
			return { icon: "arrow-circle-up", tone: "warning" };
		case "current":
			return { icon: "pass", tone: "good" };
		case "ahead":
			return {
				icon: "pass",
				tone: "good",
				tooltip: [
					t("Coder marks only stable releases as latest; mainline releases are ahead of them."),
				],
			};
		case "notChecked":
			return { icon: "question", tone: "muted", tooltip: [whyNotChecked(snapshot)] };
		case "unknown":
			return { icon: "question", tone: "muted" };
	}
}

/** Where the configuration may be read, the option tells "switched off" from "could not reach GitHub". */
function whyNotChecked(snapshot: Snapshot): string {
	const option = snapshot.deploymentConfig.value?.options.find(
		({ id }) => id === "CODER_UPDATE_CHECK",
	);
	switch (option?.value) {
		case false:
			return t("Update checks are switched off on this server (CODER_UPDATE_CHECK).");
		case true:
			return t("Update checks are on, but this server has not reached GitHub yet.");
		default:
			return t("Update checks are switched off on this server, or it never reached GitHub.");
	}
}
