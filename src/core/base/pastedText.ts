/** Longer texts are neither a URL nor a token, in characters. */
export const longestPaste = 8192;

/** Characters that only surround what was copied: quotes, code marks, angle brackets, the end of a list's item. */
const around: ReadonlySet<string> = new Set(`"'\`“”„‚‘’«»‹›<>`);
const after: ReadonlySet<string> = new Set([...around, ",", ";"]);

/** Characters that are taken off only where they stand on both sides. */
const pairs: ReadonlySet<string> = new Set(["()", "{}", "**"]);

/** A text as it was meant: without invisible characters, on one line, without what stood around it. */
export function tidyPaste(text: string): string {
	return unwrap(
		text
			.replace(/\p{Cf}/gu, "")
			.replace(/[\p{Cc}\s]+/gu, " ")
			.trim(),
	);
}

/** Takes off the quotes and brackets around a text. */
export function unwrap(text: string): string {
	let start = 0;
	let end = text.length;
	for (;;) {
		const first = text[start] ?? "";
		const last = text[end - 1] ?? "";
		if (start >= end) return "";
		if (first === " " || around.has(first)) start += 1;
		else if (last === " " || after.has(last)) end -= 1;
		else if (end - start > 1 && pairs.has(first + last)) {
			start += 1;
			end -= 1;
		} else return text.slice(start, end);
	}
}
