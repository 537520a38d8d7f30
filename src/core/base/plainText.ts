/** Terminal escape sequences: colors, cursor movements (CSI), and window titles and links (OSC). */
// eslint-disable-next-line no-control-regex -- the escape character is what is looked for
const terminalSequences = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?)/g;

/** Characters that break a line or jump to a column, except the line feed. */
const lineBreaks = /\r\n?|[\t\v\f\u0085\u2028\u2029]/g;

/** Characters that change the order in which text is read; Unicode's `Bidi_Control`. */
const directionMarks = /\p{Bidi_Control}/gu;

/** Control characters without meaning in a sentence, and lone surrogates, which can't be encoded. */
const unreadable = /[^\P{Cc}\n]|\p{Surrogate}/gu;

/** The first characters of all of the above. */
const anything = /[\p{Cc}\p{Bidi_Control}\p{Surrogate}\u2028\u2029]/u;

/**
 * Makes text from a server, link, or file safe to show on one line: it keeps its reading order, starts no new line, and
 * can't control a terminal. Runs in linear time.
 */
export function plainText(text: string): string {
	return plainLines(text).replaceAll("\n", " ");
}

/** Like {@link plainText}, but keeps line feeds, for text with its own paragraphs. */
export function plainLines(text: string): string {
	// Nearly all texts contain none of these, and panels draw thousands of texts.
	if (!anything.test(text)) return text;
	return text
		.replace(terminalSequences, "")
		.replace(lineBreaks, (found) => (found.startsWith("\r") ? "\n" : " "))
		.replace(directionMarks, "")
		.replace(unreadable, "\uFFFD");
}
