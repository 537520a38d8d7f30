import { trimEndOf } from "../base/trimEnd.ts";

/**
 * Writes the options of all releases as a text, from tab-separated rows with the columns `id, since, last, name, group,
 * flag, env, yaml, type, default, secret, enterprise, hidden, use_instead`: one line per option, with cells separated
 * by `|`.
 *
 * `CODER_` is omitted from variables; `=` stands for the ID as variable, `-` for a flag with the same words. A fact
 * that changed is written as `v2.0:old > v2.20:new`; there, `-` means none.
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

/** Removes machine-specific paths from a default. */
function portable(text: string): string {
	return text.replace(/^\/home\/\w+\//, "~/");
}
