import { t } from "../base/l10n.ts";
import { referenceOf } from "../coder/docs.ts";
import { mainBuild, releaseName, type Release } from "../coder/release.ts";
import { sourceLabel } from "../options/sourceLabel.ts";
import { isDeprecatedIn } from "../variables/optionOf.ts";
import { meaningOf } from "./behaviors.ts";
import { mergeLines } from "./mergeLines.ts";
import type { DeprecatedOption, FactChange, UpgradeOption, UpgradePreview } from "./preview.ts";
import { refusalText } from "./refusalText.ts";

/** A change that an upgrade makes, in words. */
export interface UpgradeLine {
	/** The option's ID, or the name of an experiment. */
	readonly id: string;
	/** The option's name, if it differs from its ID. */
	readonly name?: string;
	readonly text: string;
	/** The URL of its description in Coder's documentation. */
	readonly docs?: string;
	/** Whether the deployment has the option, so that it can be shown there. */
	readonly here: boolean;
	/** Whether the new server doesn't start until this is done. */
	readonly stops?: true;
}

/** Lines under a heading. Lines without one come first. */
export interface UpgradeGroup {
	readonly title?: string;
	readonly lines: readonly UpgradeLine[];
}

/** When the lines of a section matter. */
export type UpgradeTime = "before" | "automatic" | "new" | "after";

export interface UpgradeSection {
	readonly time: UpgradeTime;
	readonly title: string;
	/** Whether its lines are tasks, rather than information. */
	readonly todo: boolean;
	readonly groups: readonly UpgradeGroup[];
}

/** Returns the preview of an upgrade in sentences, for the page and for Markdown. */
export function upgradeSections(preview: UpgradePreview): UpgradeSection[] {
	const plain = (lines: readonly UpgradeLine[]): UpgradeGroup[] =>
		lines.length > 0 ? [{ lines }] : [];
	return [
		{
			time: "before",
			title: t("Before You Upgrade"),
			todo: true,
			groups: plain(beforeLines(preview)),
		},
		{
			time: "automatic",
			title: t("Automatic Changes"),
			todo: true,
			groups: plain(unrequestedLines(preview)),
		},
		{ time: "new", title: t("New"), todo: false, groups: newGroups(preview) },
		{
			time: "after",
			title: t("After the Upgrade"),
			todo: true,
			groups: plain(
				preview.replace.map((one) =>
					line(preview, one, t("Replace it with {0}.", one.successors.join(", "))),
				),
			),
		},
	];
}

function beforeLines(preview: UpgradePreview): UpgradeLine[] {
	const { before, experiments, from, to } = preview;
	const refused = new Set(before.refused.map(({ id }) => id));
	return mergeLines([
		...before.refused.map((one) => ({
			...line(preview, optionOf(preview, one.id), refusalText(one)),
			stops: true as const,
		})),
		...before.removed
			.filter(({ id }) => !refused.has(id))
			.map((one) =>
				line(
					preview,
					one,
					one.source
						? t("Removed, but set by {0}.", sourceLabel(one.source))
						: t("Removed, but still set."),
				),
			),
		...before.yamlPaths
			.filter(({ id }) => !refused.has(id))
			.map((one) => line(preview, one, yamlText(one))),
		...before.types.map((one) =>
			line(preview, one, t("Its type changes from {0} to {1}.", one.from, one.to)),
		),
		...before.bothNames.map((one) =>
			line(preview, one, t("Ignored unless {0} is set too.", one.successors.join(", "))),
		),
		...before.deprecated.map((one) => line(preview, one, deprecatedText(one))),
		...experiments.ended.map(({ name, standard }) => ({
			id: name,
			text: standard
				? t("Its feature no longer needs an experiment. Remove it.")
				: t("This experiment ended. Remove it."),
			here: false,
		})),
		...starLines(preview, from.name, to.name),
	]);
}

function starLines(preview: UpgradePreview, from: string, to: string): UpgradeLine[] {
	const { star } = preview.experiments;
	if (!star) return [];
	const list = (names: readonly string[]): string => names.join(", ") || t("none");
	return [
		line(
			preview,
			optionOf(preview, "CODER_EXPERIMENTS"),
			t(
				"“*” enables different experiments. Only {0}: {1}. Only {2}: {3}.",
				from,
				list(star.gone),
				to,
				list(star.come),
			),
		),
	];
}

function unrequestedLines(preview: UpgradePreview): UpgradeLine[] {
	const { unrequested, to } = preview;
	const explained = (one: UpgradeOption, text: string): UpgradeLine =>
		line(preview, one, [text, meaningOf(one.id)].filter(Boolean).join(" "));
	return mergeLines([
		...unrequested.behaviors.map(({ id }) =>
			line(preview, optionOf(preview, id), meaningOf(id) ?? ""),
		),
		...unrequested.onByDefault.map((one) => explained(one, t("New, and on by default."))),
		...unrequested.defaults
			// The default of a deprecated name is that of the current one.
			.filter(({ id }) => {
				const state = to.states.get(id);
				return !state || !isDeprecatedIn(id, state);
			})
			.map((one) => explained(one, defaultText(one))),
	]);
}

function newGroups(preview: UpgradePreview): UpgradeGroup[] {
	const marks = mergeLines([
		...preview.secret.map((one) => line(preview, one, t("Its value is now secret."))),
		...preview.enterprise.map((one) => line(preview, one, t("Now requires a license."))),
	]);
	const groups = new Map<string, UpgradeLine[]>();
	for (const option of preview.added.filter(({ hidden }) => !hidden)) {
		const { since, group } = option;
		const lines = groups.get(group) ?? [];
		groups.set(group, lines);
		lines.push(line(preview, option, sinceWords(since)));
	}
	const others = groups.get("") ?? [];
	groups.delete("");
	const safe = preview.experiments.safe.map((name) => ({ id: name, text: "", here: false }));
	return [
		...(marks.length > 0 ? [{ lines: marks }] : []),
		...(safe.length > 0 ? [{ title: t("Experiments that are safe to use"), lines: safe }] : []),
		...[...groups].map(([title, lines]) => ({ title, lines })),
		...(others.length > 0 ? [{ title: t("Other"), lines: others }] : []),
	];
}

function sinceWords(since: Release | undefined): string {
	if (since === undefined) return "";
	return since === mainBuild ? t("Not in a release yet.") : t("Since {0}.", releaseName(since));
}

function line(
	{ from }: UpgradePreview,
	{ id, name, flag, hidden }: UpgradeOption,
	text: string,
): UpgradeLine {
	return {
		id,
		...(name !== id && { name }),
		text,
		docs: referenceOf({ flag, hidden }),
		here: from.states.has(id),
	};
}

/** Returns an option of either version by its ID. */
function optionOf({ from, to }: UpgradePreview, id: string): UpgradeOption {
	const { name = id, flag = "", hidden = "" } = from.states.get(id) ?? to.states.get(id) ?? {};
	return { id, name, flag, hidden: hidden !== "" };
}

function deprecatedText({ successors }: DeprecatedOption): string {
	return successors.length > 0
		? t("Deprecated in favor of {0}.", successors.join(", "))
		: t("Deprecated. It has no replacement.");
}

function yamlText({ from, to }: FactChange): string {
	if (to === "") return t("No longer read from YAML ({0}).", from);
	return t("Its YAML path changes from {0} to {1}.", from, to);
}

function defaultText({ from, to }: FactChange): string {
	if (from === "") return t("The default is now {0}. There was none.", to);
	if (to === "") return t("The default was {0}. There is none now.", from);
	return t("The default changes from {0} to {1}.", from, to);
}
