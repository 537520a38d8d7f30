import { t } from "../base/l10n.ts";
import { escapeMarkdown } from "../base/markdown.ts";
import type { ChangeRow, ShownSide } from "./changeRow.ts";
import { sideName, snapshotsTitle, type NamedSide } from "./comparisonTitle.ts";
import { kindLabel, sourceWord } from "./changeText.ts";
import type { Side } from "./side.ts";

/** Formats a comparison as a Markdown table for an issue or a chat. Rows contain no secrets. */
export function comparisonMarkdown(
	left: Omit<Side, "options">,
	right: Omit<Side, "options">,
	rows: readonly ChangeRow[],
): string {
	const names = [nameOf(left, right), nameOf(right, left)] as const;
	const heads = [t("Option"), t("Change"), ...names];
	const table = rows.map((row) => [
		// In code, names such as CODER_URL don't have to be escaped.
		`${escapeMarkdown(row.name)}${row.env ? ` \`${row.env}\`` : ""}`,
		escapeMarkdown(kindLabel(row.kind, left, right)),
		sideCell(row.left),
		sideCell(row.right),
	]);
	return [
		`### ${escapeMarkdown(snapshotsTitle(left, right) ?? t("{0} compared with {1}", ...names))}`,
		"",
		...(rows.length === 0
			? [t("No options differ.")]
			: [line(heads.map(escapeMarkdown)), line(heads.map(() => "---")), ...table.map(line)]),
		...[left, right].flatMap(({ name, notes = [] }) =>
			notes.map((note) => `\n${escapeMarkdown(`${name}: ${note}`)}`),
		),
		"",
	].join("\n");
}

function nameOf(side: NamedSide, other: NamedSide): string {
	const name = sideName(side, other);
	return side.version === undefined ? name : `${name} (${side.version})`;
}

function sideCell(side: ShownSide | undefined): string {
	if (!side) return "–";
	const value = side.value.lines.map((text) => escapeMarkdown(text.trim())).join("<br>");
	return side.source ? `${value} (${sourceWord(side.source)})` : value;
}

function line(cells: readonly string[]): string {
	return `| ${cells.join(" | ")} |`;
}
