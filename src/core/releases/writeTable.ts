import { trimEndOf } from "../base/trimEnd.ts";

/**
 * Writes the options of all releases as a text, from rows of a table with tabs and the columns `id, since, last, name,
 * group, flag, env, yaml, type, default, secret, enterprise, hidden, use_instead`: a line for each, with the cells
 * between `|`.
 *
 * `CODER_` is left out of variables; `=` stands for the id as variable, `-` for the flag that has its words. A fact that
 * changed is `v2.0:old > v2.20:new`; there `-` is none.
 */
export function writeTable(table: string): string {
	const [, ...lines] = table.trimEnd().split(/\r?\n/);
	return lines.map((line) => writeLine(line.split("\t"))).join("\n");
}

function writeLine(cells: readonly string[]): string {
	const [id = "", since = "", last = "", name = "", group = "", flag = "", env = "", ...rest] =
		cells;
	const words = id
		.replace(/^CODER_/, "")
		.toLowerCase()
		.replaceAll("_", "-");
	const line = [
		short(id),
		since,
		last,
		name,
		group,
		flag === words ? "-" : flag,
		env === id ? "=" : env,
		...rest.map((cell) => short(portable(cell))),
	].join("|");
	return trimEndOf(line, "|");
}

function short(cell: string): string {
	return cell.replaceAll("CODER_", "~").replace(/\byes\b/g, "y");
}

/** Takes the machine that told a default out of it. */
function portable(text: string): string {
	return text.replace(/^\/home\/\w+\//, "~/");
}
