import type { FromComparePanel } from "../../protocol/comparePanel.ts";
import { reportFacts } from "../configuration/panelMessages.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A reader a message type; leave one out and it does not compile. */
const readers: {
	readonly [K in FromComparePanel["type"]]: (
		fields: Fields,
	) => Extract<FromComparePanel, { type: K }> | undefined;
} = {
	ready: () => ({ type: "ready" }),
	again: () => ({ type: "again" }),
	swap: () => ({ type: "swap" }),
	openDiff: () => ({ type: "openDiff" }),
	copyMarkdown: ({ ids }) =>
		Array.isArray(ids) && ids.every((id): id is string => typeof id === "string")
			? { type: "copyMarkdown", ids }
			: undefined,
	openOption: ({ id }) => (typeof id === "string" ? { type: "openOption", id } : undefined),
	cspViolation: ({ report }) => {
		const facts = reportFacts(report);
		return facts && { type: "cspViolation", report: facts };
	},
};

/** Reads what a page sent; nothing when it is not one of the messages a page may send. */
export function readFromComparePanel(message: unknown): FromComparePanel | undefined {
	if (typeof message !== "object" || message === null || !("type" in message)) return undefined;
	const { type } = message;
	if (typeof type !== "string" || !Object.hasOwn(readers, type)) return undefined;
	return readers[type as FromComparePanel["type"]](message);
}
