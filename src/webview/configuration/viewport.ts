/**
 * Returns the items that are in the window.
 *
 * @param things the items in the order of the page; none may be hidden
 * @param elementOf returns the element of an item
 * @param top the start of the readable part of the window, in px
 */
export function inView<T>(
	things: readonly T[],
	elementOf: (thing: T) => HTMLElement,
	top: number,
): readonly T[] {
	const rect = (thing: T): DOMRect => elementOf(thing).getBoundingClientRect();
	const first = firstWhere(things, (thing) => rect(thing).bottom > top);
	const end = firstWhere(things, (thing) => rect(thing).top >= window.innerHeight);
	return things.slice(first, end);
}

/** Returns the index of the first item for which `holds` is true. It must be true for all later items as well. */
function firstWhere<T>(things: readonly T[], holds: (thing: T) => boolean): number {
	let low = 0;
	let high = things.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const thing = things[middle];
		if (thing !== undefined && holds(thing)) high = middle;
		else low = middle + 1;
	}
	return low;
}
