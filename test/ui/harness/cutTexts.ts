import type { TreeView } from "./tree.ts";

/** Texts of a tree's rows that don't fit its width, as `label: the part that is cut off`. */
export interface CutTexts {
	/** Labels, without the rows' descriptions. */
	readonly labels: readonly string[];
	/** Descriptions whose first word is cut off, such as a number. */
	readonly firstWords: readonly string[];
	/** Descriptions whose first part, up to a `·` or a comma, is cut off. */
	readonly firstParts: readonly string[];
}

/** Returns which labels and descriptions of the visible rows are cut off. */
export async function cutTexts({ pane }: TreeView): Promise<CutTexts> {
	const rows = await pane.locator(".monaco-list-row").evaluateAll((elements) =>
		elements.map((row) => {
			const edge =
				row.querySelector(".monaco-icon-label-container")?.getBoundingClientRect().right ?? 0;
			const label = row.querySelector(".label-name");
			const text = row.querySelector(".label-description")?.firstChild;
			const words = text?.textContent ?? "";
			const firstWord = /^[^\s·]+/.exec(words)?.[0] ?? "";
			const firstPart = /^[^·,]*[^·,\s]/.exec(words)?.[0] ?? "";
			const isCut = (length: number): boolean => {
				if (!text || length === 0) return false;
				const whole = document.createRange();
				whole.selectNodeContents(text);
				const isShortened = whole.getBoundingClientRect().right > edge + 0.5;
				// The ellipsis covers the end of what fits; part of a number would be another number.
				const ellipsis = isShortened && /^\d+\s/.test(words) ? 14 : 0;
				const range = document.createRange();
				range.setStart(text, 0);
				range.setEnd(text, length);
				return range.getBoundingClientRect().right > edge - ellipsis + 0.5;
			};
			return {
				label: label?.textContent ?? "",
				isLabelCut: label !== null && label.getBoundingClientRect().right > edge,
				firstWord: isCut(firstWord.length) ? firstWord : undefined,
				firstPart: isCut(firstPart.length) ? firstPart : undefined,
			};
		}),
	);
	return {
		labels: rows.filter(({ isLabelCut }) => isLabelCut).map(({ label }) => label),
		firstWords: rows.flatMap(({ label, firstWord }) =>
			firstWord === undefined ? [] : `${label}: ${firstWord}`,
		),
		firstParts: rows.flatMap(({ label, firstPart }) =>
			firstPart === undefined ? [] : `${label}: ${firstPart}`,
		),
	};
}
