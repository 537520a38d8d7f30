import { isYoung } from "../base/age.ts";
import type { ResponseHeaders } from "../http/responseHeaders.ts";

/** A server version that responses reported. */
interface ServedVersion {
	readonly version: string;
	/** When it was reported first, and last, in ms since the epoch. */
	readonly firstAt: number;
	readonly lastAt: number;
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
	/** The versions reported in the last ten minutes or so, the newest answer's first: several while an upgrade rolls out. */
	readonly versions: readonly ServedVersion[];
	/** How many responses in a row reported the first of them. */
	readonly inARow: number;
	/** How the machine's clock stood to the server's at the newest answer that this window got. */
	readonly clock?: ClockReading;
	/** Warnings about the license, as short texts on one line; from the server, so to be shown as text only. */
	readonly warnings: readonly string[];
}

/** Before the first answer. */
export const initialServerState: ServerState = { versions: [], inARow: 0, warnings: [] };

/** A version that no response reported for this long, in ms, counts as a new one when it comes back. */
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

/** Whether servers of several versions answer in turn: one was reported again after another one had been. */
export function answersMix({ versions }: ServerState, now: number): boolean {
	const [newest, ...others] = versions;
	return (
		newest !== undefined &&
		others.some(({ lastAt }) => lastAt >= newest.firstAt && isYoung(lastAt, forgottenMs, now))
	);
}

/**
 * The state after the headers of one more response.
 *
 * @param at when it came, in ms since the epoch
 */
export function recordHeaders(
	server: ServerState,
	headers: ResponseHeaders,
	at: number,
): ServerState {
	const warnings = sameTexts(headers.warnings ?? server.warnings, server.warnings)
		? server.warnings
		: (headers.warnings ?? []);
	const { version, date } = headers;
	const clock = date === undefined ? server.clock : { aheadByMs: at - date, at };
	if (version === undefined) return { ...server, warnings };
	const recent = server.versions.filter(({ lastAt }) => isYoung(lastAt, forgottenMs, at));
	const firstAt = Math.min(recent.find((other) => other.version === version)?.firstAt ?? at, at);
	const others = recent.filter((other) => other.version !== version);
	return {
		versions: [{ version, firstAt, lastAt: at }, ...others].slice(0, keptVersions),
		inARow: version === server.versions[0]?.version ? server.inARow + 1 : 1,
		...(clock && { clock }),
		warnings,
	};
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((text, index) => text === b[index]);
}
