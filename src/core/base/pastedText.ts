/** Longer text is neither a URL nor a token, in characters. */
export const longestPaste = 8192;

/** Characters that only surround copied text: quotes, code marks, angle brackets, trailing punctuation. */
const around: ReadonlySet<string> = new Set(`"'\`“”„‚‘’«»‹›<>`);
const after: ReadonlySet<string> = new Set([...around, ",", ";"]);

/** Characters that are removed only if they appear on both sides. */
const pairs: ReadonlySet<string> = new Set(["()", "{}", "**"]);

/** Tidies up pasted text: removes invisible characters, line breaks, and whatever surrounded it. */
export function tidyPaste(text: string): string {
	return unwrap(
		text
			.replace(/\p{Cf}/gu, "")
			.replace(/[\p{Cc}\s]+/gu, " ")
			.trim(),
	);
}

/** Removes quotes and brackets around a text. */
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
