import type { ViolationReport } from "../../protocol/page.ts";
import { isFields, isText } from "./readMessage.ts";

/** The maximum number of fields. A browser's report has fewer. */
const mostFields = 50;

/** Returns a report's texts and numbers within their limits, or `undefined` if it's invalid. */
export function readViolation(report: unknown): ViolationReport | undefined {
	if (!isFields(report)) return undefined;
	const facts = Object.entries(report).filter(
		(fact): fact is [string, string | number] => isText(fact[1]) || Number.isFinite(fact[1]),
	);
	return Object.fromEntries(facts.slice(0, mostFields));
}
