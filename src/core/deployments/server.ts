import { isYoung } from "../base/age.ts";
import type { Said } from "../http/responseHeaders.ts";

/** A version that answers told. */
interface HeardVersion {
	readonly version: string;
	/** When it was heard first, and last, in ms since the epoch. */
	readonly since: number;
	readonly heardAt: number;
}

/** How far apart two clocks were. */
interface ClockReading {
	/** By how much this machine's clock was ahead of the server's, in ms. */
	readonly aheadByMs: number;
	/** When that was, in ms since the epoch by this machine's clock. */
	readonly at: number;
}

/** What the headers of a deployment's answers say. Replaced, never changed. */
export interface ServerState {
	/** The versions heard in the last ten minutes or so, the newest answer's first: several while an upgrade rolls out. */
	readonly heard: readonly HeardVersion[];
	/** How many answers in a row told the first of them. */
	readonly inARow: number;
	/** How the machine's clock stood to the server's at the newest answer that this window got. */
	readonly clock?: ClockReading;
	/** Warnings about the license, as short texts on one line; from the server, so to be shown as text only. */
	readonly warnings: readonly string[];
}

/** Before the first answer. */
export const silentServer: ServerState = { heard: [], inARow: 0, warnings: [] };

/** A version that nobody told for this long, in ms, is news when it is told again. */
const forgottenMs = 10 * 60_000;
/** More versions than this at a time are those of no upgrade. */
const keptVersions = 4;

/** Clocks that are apart by less, in ms, agree as far as days are concerned; a wrong time zone may be the reason. */
const agreedMs = 24 * 3_600_000;
/** For how long a comparison of clocks is good, in ms: any clock may be set later. */
const comparedMs = 3_600_000;

/**
 * Whether this machine's clock is right, as another one says: only then may something be deleted for its age.
 *
 * @param now in ms since the epoch
 */
export function clocksAgree({ clock }: ServerState, now: number): boolean {
	return (
		clock !== undefined &&
		Math.abs(clock.aheadByMs) <= agreedMs &&
		Math.abs(now - clock.at) <= comparedMs
	);
}

/** Whether servers of several versions answer in turn: one was heard again after another one had been. */
export function answersMix({ heard }: ServerState, now: number): boolean {
	const [newest, ...others] = heard;
	return (
		newest !== undefined &&
		others.some(({ heardAt }) => heardAt >= newest.since && isYoung(heardAt, forgottenMs, now))
	);
}

/**
 * Takes in what an answer said.
 *
 * @param at when it came, in ms since the epoch
 */
export function hear(server: ServerState, said: Said, at: number): ServerState {
	const warnings = sameTexts(said.warnings ?? server.warnings, server.warnings)
		? server.warnings
		: (said.warnings ?? []);
	const { version, date } = said;
	const clock = date === undefined ? server.clock : { aheadByMs: at - date, at };
	if (version === undefined) return { ...server, warnings };
	const recent = server.heard.filter(({ heardAt }) => isYoung(heardAt, forgottenMs, at));
	const since = Math.min(recent.find((other) => other.version === version)?.since ?? at, at);
	const others = recent.filter((other) => other.version !== version);
	return {
		heard: [{ version, since, heardAt: at }, ...others].slice(0, keptVersions),
		inARow: version === server.heard[0]?.version ? server.inARow + 1 : 1,
		...(clock && { clock }),
		warnings,
	};
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((text, index) => text === b[index]);
}
