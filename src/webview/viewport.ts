/**
 * The elements that are in the window now.
 *
 * @param elements in the order of the page, none of them hidden
 * @param top where the readable part of the window begins, in px
 */
export function inView(elements: readonly HTMLElement[], top: number): readonly HTMLElement[] {
	const first = firstWhere(elements, (element) => element.getBoundingClientRect().bottom > top);
	const bottom = window.innerHeight;
	const end = firstWhere(elements, (element) => element.getBoundingClientRect().top >= bottom);
	return elements.slice(first, end);
}

/** The place of the first element for which `holds`, which must then hold for all after it. */
function firstWhere(
	elements: readonly HTMLElement[],
	holds: (element: HTMLElement) => boolean,
): number {
	let low = 0;
	let high = elements.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const element = elements[middle];
		if (element && holds(element)) high = middle;
		else low = middle + 1;
	}
	return low;
}
