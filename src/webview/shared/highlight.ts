const name = "match";

/** Elements of a row whose text is searched and can be marked. */
const searched = ".title h3, .description, .value, .default-value, .chip, .link";

/**
 * Marks where the words are in the rows, without touching the page's elements. Browsers that cannot do it leave it out.
 *
 * @param words in lower case
 */
export function highlight(rows: readonly HTMLElement[], words: readonly string[]): void {
	if (!("highlights" in CSS)) return;
	CSS.highlights.delete(name);
	if (words.length === 0) return;
	const ranges = rows.flatMap((row) =>
		[...row.querySelectorAll(searched)].flatMap((element) => rangesIn(element, words)),
	);
	CSS.highlights.set(name, new Highlight(...ranges));
}

function rangesIn(element: Element, words: readonly string[]): Range[] {
	const ranges: Range[] = [];
	const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const text = node.textContent?.toLowerCase() ?? "";
		// A few letters grow when lowered; then places in one text are not places in the other.
		if (text.length !== node.textContent?.length) continue;
		for (const word of words) {
			for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
				const range = new Range();
				range.setStart(node, at);
				range.setEnd(node, at + word.length);
				ranges.push(range);
			}
		}
	}
	return ranges;
}
