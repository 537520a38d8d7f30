import { enter, type OpenEntries } from "./openEntries.ts";
import { yamlLines, type YamlLine } from "./yamlLines.ts";

/** Shorter texts, in UTF-16 units, take a few ms to parse as they are. */
const shortest = 8_000;

/** Keys that matter to the variable next to them, whatever they contain. */
const besideNames: ReadonlySet<string | undefined> = new Set([
	"kind",
	...["name", "value", "valueFrom", "value_from"],
	...["Name", "Value", "ValueFrom"],
]);

const none: ReadonlySet<string | undefined> = new Set();

/** A variable, or the start of a flag. */
const flagOrName = /CODER_|[\s"'[,]--?[a-z]/g;

/**
 * Turns entries of lists and maps that contain no name into comments, so that the parser has less to do: most of a long
 * values file configures other things. Offsets stay the same, lines don't. The first entry of each list and map is
 * kept, so that its parent keeps its type. Entries after the first line that can't be understood on its own are kept,
 * too.
 *
 * @param mark the text that names begin with
 * @param keys of command lines; if given, flags are also names, and the lists of these keys are kept
 */
export function withoutOtherEntries(
	text: string,
	mark: string,
	from = shortest,
	keys: ReadonlySet<string | undefined> = none,
): string {
	if (text.length < from) return text;
	const { lines, end } = yamlLines(text);
	const pieces: string[] = [];
	let kept = 0;
	const markAfter = (at: number): number => {
		if (keys === none) return text.indexOf(mark, at);
		flagOrName.lastIndex = at;
		return flagOrName.exec(text)?.index ?? -1;
	};
	let nextMark = markAfter(0);
	const open: OpenEntries[] = [];
	let before: string | undefined;
	for (let index = 0; index < lines.length;) {
		const line = lines[index];
		if (!line) break;
		if (nextMark >= 0 && nextMark < line.from) nextMark = markAfter(line.from);
		const key = unquoted(line.key);
		const isFirst = enter(line, open, keys.has(before));
		before = key;
		const isKept = line.isItem
			? open.findLast(({ isList }) => isList)?.isKept === true
			: besideNames.has(key) || keys.has(key);
		const isOther = !isFirst && !isKept;
		const after = isOther ? endOf(lines, index, nextMark) : undefined;
		const to = after === undefined ? undefined : (lines[after]?.from ?? end);
		// An entry that reaches the line that can't be understood may continue there.
		const isWhole = to !== undefined && (to < end || end === text.length);
		if (after === undefined || !isWhole || (nextMark >= 0 && nextMark < to)) {
			index++;
			continue;
		}
		pieces.push(text.slice(kept, line.from), asComment(text.slice(line.from, to)));
		kept = to;
		index = after;
	}
	return pieces.join("") + text.slice(kept);
}

/**
 * Returns the index of the first line after an entry; undefined if a name comes before it.
 *
 * @param nextMark the offset of the next name, or -1
 */
function endOf(lines: readonly YamlLine[], index: number, nextMark: number): number | undefined {
	const first = lines[index];
	if (!first) return undefined;
	for (let next = index + 1; next < lines.length; next++) {
		const line = lines[next];
		if (!line) break;
		if (nextMark >= 0 && line.from > nextMark) return undefined;
		const isInside =
			line.indent > first.indent || (line.indent === first.indent && line.isItem && !first.isItem);
		if (!isInside) return next;
	}
	return lines.length;
}

/** Returns one comment of the same length. */
function asComment({ length }: string): string {
	return `#${" ".repeat(Math.max(0, length - 2))}${length > 1 ? "\n" : ""}`;
}

function unquoted(key: string | undefined): string | undefined {
	return key !== undefined && /^["']/.test(key) ? key.slice(1, -1) : key;
}
