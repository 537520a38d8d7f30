import { addResults, type TierResult } from "./result.ts";

/**
 * Formats the table of all tiers, the names of files that were run again (↻) and of failures (✘), and a final line with
 * the totals.
 */
export function summary(results: readonly TierResult[]): string {
	const { passed, failed, skipped } = addResults("all", results);
	const width = Math.max(...results.map(({ tier }) => tier.length));
	const rows = results.map(
		(result) =>
			`${result.tier.padEnd(width)}  ${counts(result.passed, result.failed, result.skipped)}`,
	);
	const failures = results.flatMap(({ tier, failures }) =>
		failures.map(({ title, message }) => `✘ ${tier}: ${title}\n${indent(message)}`.trimEnd()),
	);
	const again = results.flatMap(({ tier, firstTries = [] }) =>
		firstTries.map(({ title, message }) => `↻ ${tier}: ${title}\n${indent(message)}`.trimEnd()),
	);
	return ["", ...rows, "", ...again, ...failures, counts(passed, failed, skipped)].join("\n");
}

function counts(passed: number, failed: number, skipped: number): string {
	const rest = skipped > 0 ? `, ${skipped} skipped` : "";
	return `${passed} passed, ${failed} failed${rest}`;
}

function indent(text: string): string {
	return text.trim().replace(/^/gm, "    ");
}
