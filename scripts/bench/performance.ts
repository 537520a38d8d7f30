import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { repoRoot } from "../paths.ts";
import type { Figure } from "./figure.ts";
import { missText, reportRows } from "./report.ts";

const notes = fileURLToPath(new URL("notes.md", import.meta.url));

/** Writes docs/performance.md: the figures of a run, the targets that they miss, and the manually written notes. */
export async function writePerformance(figures: readonly Figure[]): Promise<void> {
	const missed = figures.filter(({ met }) => !met);
	const text = `# Performance

\`npm run bench\` writes this page. Each figure is the median of interleaved runs, with the quartiles in parentheses. Its
reference was measured in the same turns, and a ratio or difference is the median of those within a turn. Measured on ${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}) with Node ${process.versions.node}.

${markdownTable(reportRows(figures))}

How each figure was measured:

${figures.map(({ name, how }) => `- ${name}: ${how}.`).join("\n")}

## Missed

${missed.length === 0 ? "Nothing." : missed.map((one) => `- ${one.name}: ${missText(one)}.`).join("\n")}

${readFileSync(notes, "utf8")}`;
	const file = path.join(repoRoot, "docs", "performance.md");
	writeFileSync(file, await format(text, { parser: "markdown" }));
	console.log(`Wrote ${path.relative(repoRoot, file)}`);
}

function markdownTable(rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
	const [head = [], ...body] = rows;
	return [line(head), line(head.map(() => "---")), ...body.map(line)].join("\n");
}
