import { t } from "../base/l10n.ts";
import { escapeMarkdown, markdownEditorLink, markdownLink } from "../base/markdown.ts";
import { referenceOf } from "../coder/docs.ts";
import { upgradeDocsUrl } from "../coder/links.ts";
import { markdownCode } from "../base/markdownCell.ts";
import { sourceLabel } from "../options/sourceLabel.ts";
import { mainBuild, releaseName } from "../coder/release.ts";
import type { FactChange, UpgradeOption, UpgradePreview } from "./preview.ts";
import type { Refusal } from "./refusals.ts";

/** Whose upgrade it is, and how its options are reached. */
export interface ChecklistFacts {
	readonly name: string;
	/** As the server writes it. */
	readonly version: string;
	/** A link to an option of the deployment in the editor. */
	readonly linkTo: (optionId: string) => string;
}

/** The preview as a Markdown checklist. It holds no value of the deployment, so that it can be shared. */
export function upgradeChecklist(preview: UpgradePreview, facts: ChecklistFacts): string {
	const { before, unasked, replace, to } = preview;
	const line = (option: UpgradeOption, text: string): string =>
		`- [ ] ${optionLinks(option, facts)}: ${escapeMarkdown(text)}`;
	const sections: readonly (readonly [string, readonly string[]])[] = [
		[
			t("Before You Upgrade"),
			[
				...before.refused.map((one) => refusalLine(one, facts)),
				...before.removed.map((one) =>
					line(
						one,
						one.source
							? t("Removed. You set it by {0}.", sourceLabel(one.source))
							: t("Removed. You set it."),
					),
				),
				...before.deprecated.map((one) =>
					line(
						one,
						one.successors.length > 0
							? t("Deprecated in favor of {0}.", one.successors.join(", "))
							: t("Deprecated. It has no replacement."),
					),
				),
				...before.yamlPaths.map((one) =>
					line(
						one,
						one.to === ""
							? t("No longer read from YAML ({0}).", one.from)
							: t("Its YAML path changes from {0} to {1}.", one.from, one.to),
					),
				),
				...before.types.map((one) =>
					line(one, t("Its type changes from {0} to {1}.", one.from, one.to)),
				),
				...before.experiments.map(
					(name) =>
						`- [ ] ${markdownCode(name)}: ${escapeMarkdown(t("This experiment ended or is now always on."))}`,
				),
			],
		],
		[
			t("Changes Without Your Doing"),
			[
				...unasked.onByDefault.map((one) => line(one, t("New, and on by default."))),
				...unasked.defaults.map((one) => line(one, defaultText(one))),
			],
		],
		[t("New"), newLines(preview, facts)],
		[
			t("After the Upgrade"),
			replace.map((one) => line(one, t("Replace it with {0}.", one.successors.join(", ")))),
		],
	];
	return [
		`# ${escapeMarkdown(t("Upgrade {0} to {1}", facts.name, releaseName(to)))}`,
		[
			escapeMarkdown(
				t(
					"From {0}. This list is based on the options of every Coder release, and on what this deployment sets.",
					facts.version,
				),
			),
			...(to === mainBuild
				? [escapeMarkdown(t("The target is a development build. The next release may differ."))]
				: []),
			markdownLink(t("How to upgrade"), upgradeDocsUrl),
		].join(" "),
		...sections.flatMap(([title, lines]) => [
			`## ${escapeMarkdown(title)}`,
			lines.length > 0 ? lines.join("\n") : escapeMarkdown(t("Nothing to do.")),
		]),
		"",
	].join("\n\n");
}

function optionLinks(
	{ id, name, flag, hidden }: UpgradeOption,
	{ linkTo }: ChecklistFacts,
): string {
	const here = markdownEditorLink(name, linkTo(id));
	return `${here} (${markdownCode(id)}, ${markdownLink(t("Documentation"), referenceOf({ flag, hidden }))})`;
}

function refusalLine(refusal: Refusal, facts: ChecklistFacts): string {
	const { id } = refusal;
	const link = markdownEditorLink(id, facts.linkTo(id));
	const text =
		refusal.kind === "variable"
			? t("The server won't start with this environment variable. Use the flag or YAML.")
			: t("The server won't start with these SSH options: {0}.", refusal.names.join(", "));
	return `- [ ] ${link}: ${escapeMarkdown(text)}`;
}

function defaultText({ from, to }: FactChange): string {
	if (from === "") return t("The default is now {0}. There was none.", to);
	if (to === "") return t("The default was {0}. There is none now.", from);
	return t("The default changes from {0} to {1}.", from, to);
}

function newLines(preview: UpgradePreview, facts: ChecklistFacts): string[] {
	const groups = new Map<string, string[]>();
	for (const option of preview.added.filter(({ hidden }) => !hidden)) {
		const text = t("Since {0}.", releaseName(option.since));
		const lines = groups.get(option.group) ?? [];
		groups.set(option.group, lines);
		lines.push(`  - ${newLink(option)}: ${escapeMarkdown(text)}`);
	}
	return [
		...preview.secret.map(
			(one) => `- ${optionLinks(one, facts)}: ${t("Its value is now secret.")}`,
		),
		...preview.enterprise.map(
			(one) => `- ${optionLinks(one, facts)}: ${t("Now requires a license.")}`,
		),
		...[...groups].map(([group, lines]) =>
			[`- ${escapeMarkdown(group || t("Other"))}`, ...lines].join("\n"),
		),
	];
}

/** What the deployment doesn't have yet has no place in its panel. */
function newLink({ id, name, flag, hidden }: UpgradeOption): string {
	return `${markdownLink(name, referenceOf({ flag, hidden }))} (${markdownCode(id)})`;
}
