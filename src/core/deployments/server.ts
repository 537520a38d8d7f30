import type { Said } from "../http/responseHeaders.ts";

/** A version that answers told. */
interface HeardVersion {
	readonly version: string;
	/** When it was heard first, and last, in ms since the epoch. */
	readonly since: number;
	readonly heardAt: number;
}

/** What the headers of a deployment's answers say. Replaced, never changed. */
export interface ServerState {
	/** The versions heard in the last ten minutes or so, the newest answer's first: several while an upgrade rolls out. */
	readonly heard: readonly HeardVersion[];
	/** How many answers in a row told the first of them. */
	readonly inARow: number;
	/** Warnings about the license, as short texts on one line; from the server, so to be shown as text only. */
	readonly warnings: readonly string[];
}

/** Before the first answer. */
export const silentServer: ServerState = { heard: [], inARow: 0, warnings: [] };

/** A version that nobody told for this long, in ms, is news when it is told again. */
const forgottenMs = 10 * 60_000;
/** More versions than this at a time are those of no upgrade. */
const keptVersions = 4;

/**
 * Takes in what an answer said.
 *
 * @param at when it came, in ms since the epoch
 */
export function hear(server: ServerState, said: Said, at: number): ServerState {
	const warnings = sameTexts(said.warnings ?? server.warnings, server.warnings)
		? server.warnings
		: (said.warnings ?? []);
	const { version } = said;
	if (version === undefined) return { ...server, warnings };
	const recent = server.heard.filter(({ heardAt }) => at - heardAt < forgottenMs);
	const since = recent.find((other) => other.version === version)?.since ?? at;
	const others = recent.filter((other) => other.version !== version);
	return {
		heard: [{ version, since, heardAt: at }, ...others].slice(0, keptVersions),
		inARow: version === server.heard[0]?.version ? server.inARow + 1 : 1,
		warnings,
	};
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((text, index) => text === b[index]);
}
