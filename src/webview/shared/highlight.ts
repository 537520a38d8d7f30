const name = "match";

/** Elements of a row whose text is searched and can be highlighted. */
const searched = ".title h3, .description, .value, .default-value, .chip, .link";

/**
 * Highlights words in rows without changing the page's elements. Does nothing in browsers without support.
 *
 * @param words in lowercase
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
		// Some letters become longer in lowercase, so that positions in the two texts differ.
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
