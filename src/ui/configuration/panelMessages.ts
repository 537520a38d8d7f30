import type { FromPanel } from "../../protocol/configPanel.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A reader a message type; leave one out and it does not compile. */
const readers: {
	readonly [K in FromPanel["type"]]: (
		fields: Fields,
	) => Extract<FromPanel, { type: K }> | undefined;
} = {
	ready: () => ({ type: "ready" }),
	refresh: () => ({ type: "refresh" }),
	openJson: () => ({ type: "openJson" }),
	copy: ({ text }) => (isText(text, 1_000_000) ? { type: "copy", text } : undefined),
	copyLink: ({ id }) => (isText(id) ? { type: "copyLink", id } : undefined),
	openUrl: ({ url }) => (isText(url) ? { type: "openUrl", url } : undefined),
	act: () => ({ type: "act" }),
	cspViolation: ({ report }) => {
		const facts = reportFacts(report);
		return facts && { type: "cspViolation", report: facts };
	},
};

/** Reads what a page sent; nothing when it is not one of the messages a page may send. */
export function readFromPanel(message: unknown): FromPanel | undefined {
	if (!isFields(message)) return undefined;
	const { type } = message;
	if (typeof type !== "string" || !Object.hasOwn(readers, type)) return undefined;
	return readers[type as FromPanel["type"]](message);
}

const longestText = 10_000;
const mostFacts = 50;

/** The texts and numbers of a report, without what is unreasonably long. */
export function reportFacts(report: unknown): Record<string, string | number> | undefined {
	if (!isFields(report)) return undefined;
	const facts = Object.entries(report).filter(
		(fact): fact is [string, string | number] => isText(fact[1]) || Number.isFinite(fact[1]),
	);
	return Object.fromEntries(facts.slice(0, mostFacts));
}

function isFields(value: unknown): value is Fields {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown, longest = longestText): value is string {
	return typeof value === "string" && value.length <= longest;
}
