import { t } from "../base/l10n.ts";
import { escapeMarkdown, markdownEditorLink, markdownLink } from "../base/markdown.ts";
import { markdownCode } from "../base/markdownCell.ts";
import { upgradeDocsUrl } from "../coder/links.ts";
import type { UpgradeLine, UpgradeSection } from "./lines.ts";

/** Facts for the checklist about the deployment, and links to its options. */
export interface ChecklistFacts {
	/** Such as “Upgrade production to v2.35”. */
	readonly title: string;
	/** Remarks on the preview, in sentences. */
	readonly notes: readonly string[];
	/** Returns a link that opens an option of the deployment in the editor. */
	readonly linkTo: (optionId: string) => string;
}

/** Returns the preview as a Markdown checklist. Contains none of the deployment's values, so that it can be shared. */
export function upgradeChecklist(
	sections: readonly UpgradeSection[],
	{ title, notes, linkTo }: ChecklistFacts,
): string {
	return [
		`# ${escapeMarkdown(title)}`,
		[...notes.map(escapeMarkdown), markdownLink(t("How to upgrade"), upgradeDocsUrl)].join(" "),
		...sections.flatMap((section) => [
			`## ${escapeMarkdown(section.title)}`,
			...(section.groups.length > 0
				? section.groups.flatMap((group) => [
						...(group.title === undefined ? [] : [`### ${escapeMarkdown(group.title)}`]),
						group.lines
							.map((line) => `- ${section.todo ? "[ ] " : ""}${markdownLine(line, linkTo)}`)
							.join("\n"),
					])
				: [escapeMarkdown(t("Nothing to do."))]),
		]),
		"",
	].join("\n\n");
}

function markdownLine(
	{ id, name, text, docs, here }: UpgradeLine,
	linkTo: ChecklistFacts["linkTo"],
): string {
	const code = markdownCode(id);
	const facts = docs === undefined ? [] : [markdownLink(t("Documentation"), docs)];
	const head =
		name === undefined ? code : here ? markdownEditorLink(name, linkTo(id)) : escapeMarkdown(name);
	const details = name === undefined ? facts : [code, ...facts];
	return [
		head + (details.length > 0 ? ` (${details.join(", ")})` : ""),
		...(text === "" ? [] : [escapeMarkdown(text)]),
	].join(": ");
}
