import { formatCount } from "../../core/base/format.ts";

/** A number of options. Most are small, and those are written without asking how the language writes numbers. */
export function countText(count: number): string {
	return count < 1000 ? String(count) : formatCount(count);
}
