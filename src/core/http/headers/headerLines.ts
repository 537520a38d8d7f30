import { t } from "../../base/l10n.ts";
import { headerProblem } from "./headerRules.ts";

/**
 * Parses a header command's output by the rules of Coder's CLI: one `name=value` per line, split at the first `=`; a
 * repeated name has both values. Lines may end with CR LF. A line without `=`, including an empty one, is an error,
 * except after the last line break.
 *
 * @returns the headers, or a sentence that quotes nothing of the output
 */
export function readHeaderLines(
	output: string,
): { readonly headers: Readonly<Record<string, string>> } | { readonly problem: string } {
	const headers = new Map<string, { name: string; values: string[] }>();
	const lines = output.replace(/\r?\n$/, "").split(/\r?\n/);
	if (output === "") return { headers: {} };
	for (const [index, line] of lines.entries()) {
		const split = line.indexOf("=");
		if (split < 0)
			return { problem: t("Line {0} of its output isn't in the format name=value.", index + 1) };
		const name = line.slice(0, split);
		const value = line.slice(split + 1);
		const problem = headerProblem(name, value);
		if (problem) return { problem: t("Line {0} of its output: {1}", index + 1, problem) };
		const known = headers.get(name.toLowerCase());
		if (known) known.values.push(value);
		else headers.set(name.toLowerCase(), { name, values: [value] });
	}
	return {
		headers: Object.fromEntries(
			[...headers.values()].map(({ name, values }) => [name, values.join(", ")]),
		),
	};
}
