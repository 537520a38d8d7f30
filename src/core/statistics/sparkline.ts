import { highestOf, lowestOf } from "../base/extremes.ts";

const blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;
const nothing = "·";

/**
 * Draws numbers as block characters, from the lowest to the highest. Equal numbers are drawn at half height, and zeros
 * at the bottom.
 *
 * @param numbers `undefined` for missing data, drawn as a dot
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
