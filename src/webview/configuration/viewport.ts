/**
 * The things that are in the window now.
 *
 * @param things in the order of the page, none of them hidden
 * @param elementOf where a thing is drawn
 * @param top where the readable part of the window begins, in px
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

/** The place of the first thing for which `holds`, which must then hold for all after it. */
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
