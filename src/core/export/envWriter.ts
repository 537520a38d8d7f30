import { t } from "../base/l10n.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { commentLines, lineBreak, printable } from "./commentLines.ts";
import type { EnvEntry } from "./envEntries.ts";

/**
 * Writes entries under their group headings, with a blank line before each. `draw` formats an entry; inactive ones
 * become comments.
 */
export function writeEntries(
	entries: readonly EnvEntry[],
	draw: (entry: EnvEntry) => readonly string[],
): string[] {
	const groups = new Map<string, EnvEntry[]>();
	for (const entry of entries) {
		const name = groupName(entry.option);
		const members = groups.get(name);
		if (members) members.push(entry);
		else groups.set(name, [entry]);
	}
	return [...groups].flatMap(([name, members]) => [
		"",
		...commentLines(name),
		...members.flatMap((entry) => writeEntry(entry, draw(entry))),
	]);
}

function writeEntry({ notes, active }: EnvEntry, drawn: readonly string[]): string[] {
	return [...notes.flatMap(commentLines), ...(active ? drawn : commentedOut(drawn))];
}

/**
 * Comments out lines. Unlike prose, they aren't wrapped, so that removing `# ` restores them, except for characters that
 * a comment can't contain.
 */
export function commentedOut(lines: readonly string[]): string[] {
	return lines
		.flatMap((line) => line.split(lineBreak))
		.map((line) => `# ${printable(line, "\uFFFD")}`);
}

function groupName({ groups }: DeploymentOption): string {
	return groups.map(({ name }) => name).join(" / ") || t("Other");
}
