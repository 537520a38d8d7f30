import { formatCount } from "../../core/base/format.ts";

/** Formats a number of options. Most are small, and are formatted without `Intl` because that is faster. */
export function countText(count: number): string {
	return count < 1000 ? String(count) : formatCount(count);
}
