import type { Span } from "../../variables/forms/text.ts";
import type { ReleaseProblem } from "./releaseProblem.ts";

/** The kinds of problems that are found without a check against a release, and what such a check calls them. */
const kindInRelease: Readonly<Record<string, ReleaseProblem["kind"]>> = {
	syntax: "refused",
	unknown: "refused",
	refused: "refused",
	missing: "ignored",
	deprecated: "deprecated",
	chart: "chart",
};

/**
 * Returns a function that recognizes problems that a check against a release also reports at the same place. Those of
 * the check carry more: the release, and why.
 */
export function reportedIn(
	problems: readonly ReleaseProblem[],
): (kind: string, span: Span) => boolean {
	const reported = new Set(problems.map(({ kind, from, to }) => keyOf(kind, from, to)));
	return (kind, { from, to }) => {
		const other = kindInRelease[kind];
		return other !== undefined && reported.has(keyOf(other, from, to));
	};
}

const keyOf = (kind: string, from: number, to: number): string => `${kind} ${from} ${to}`;
