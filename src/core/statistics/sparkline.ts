import { highestOf, lowestOf } from "../base/extremes.ts";

const blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;
const nothing = "·";

/**
 * Numbers as a line of block characters: the lowest number is the lowest block, the highest one the highest. Where all
 * are the same they are drawn at half height, and nothing but zeros at the bottom.
 *
 * @param numbers `undefined` where there is no data, which is drawn as a dot
 */
export function sparkline(numbers: readonly (number | undefined)[]): string {
	const known = numbers.filter((number) => number !== undefined);
	const lowest = lowestOf(known);
	const height = highestOf(known) - lowest;
	return numbers
		.map((number) => {
			if (number === undefined) return nothing;
			const share = height > 0 ? (number - lowest) / height : lowest === 0 ? 0 : 0.4;
			return blocks[Math.round(share * (blocks.length - 1))] ?? nothing;
		})
		.join("");
}
