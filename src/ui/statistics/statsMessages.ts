import { isRange } from "../../core/statistics/ranges.ts";
import type { FromStatsPanel } from "../../protocol/statsPanel.ts";
import { reportFacts } from "../configuration/panelMessages.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A reader a message type; leave one out and it does not compile. */
const readers: {
	readonly [K in FromStatsPanel["type"]]: (
		fields: Fields,
	) => Extract<FromStatsPanel, { type: K }> | undefined;
} = {
	ready: ({ range }) => (isRange(range) ? { type: "ready", range } : undefined),
	range: ({ range }) => (isRange(range) ? { type: "range", range } : undefined),
	refresh: () => ({ type: "refresh" }),
	copyCsv: () => ({ type: "copyCsv" }),
	act: () => ({ type: "act" }),
	cspViolation: ({ report }) => {
		const facts = reportFacts(report);
		return facts && { type: "cspViolation", report: facts };
	},
};

/** Reads what a page sent; nothing when it is not one of the messages a page may send. */
export function readFromStatsPanel(message: unknown): FromStatsPanel | undefined {
	if (typeof message !== "object" || message === null || !("type" in message)) return undefined;
	const { type } = message;
	if (typeof type !== "string" || !Object.hasOwn(readers, type)) return undefined;
	return readers[type as FromStatsPanel["type"]](message);
}
