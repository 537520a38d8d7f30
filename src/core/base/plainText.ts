/** Escape sequences of terminals: colours, cursor movements (CSI), and window titles and links (OSC). */
// eslint-disable-next-line no-control-regex -- the escape character is what is looked for
const terminalSequences = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?)/g;

/** Characters that break a line or jump to a column, except the line feed. */
const lineBreaks = /\r\n?|[\t\v\f\u0085\u2028\u2029]/g;

/** Characters that make text read in another order than it is written; Unicode's `Bidi_Control`. */
const directionMarks = /\p{Bidi_Control}/gu;

/** Control characters without a meaning in a sentence, and halves of characters, which no encoding can hold. */
const unreadable = /[^\P{Cc}\n]|\p{Surrogate}/gu;

/** What any of the above begins with. */
const anything = /[\p{Cc}\p{Bidi_Control}\p{Surrogate}\u2028\u2029]/u;

/**
 * Makes text of a server, link or file safe to show in one line: it reads in the order in which it is written, starts
 * no line of its own and controls no terminal. Takes time in proportion to the text.
 */
export function plainText(text: string): string {
	return plainLines(text).replaceAll("\n", " ");
}

/** Like {@link plainText}, but keeps line feeds, for text that has paragraphs of its own. */
export function plainLines(text: string): string {
	// Nearly all texts hold nothing of the kind, and pages draw thousands of them.
	if (!anything.test(text)) return text;
	return text
		.replace(terminalSequences, "")
		.replace(lineBreaks, (found) => (found.startsWith("\r") ? "\n" : " "))
		.replace(directionMarks, "")
		.replace(unreadable, "\uFFFD");
}
