import { isYoung } from "../base/age.ts";
import type { ResponseHeaders } from "../http/responseHeaders.ts";

/** A server version that responses reported. */
interface ServedVersion {
	readonly version: string;
	/** When it was first and last reported, in ms since the epoch. */
	readonly firstAt: number;
	readonly lastAt: number;
}

/** A comparison of two clocks. */
interface ClockReading {
	/** How far this machine's clock was ahead of the server's, in ms. */
	readonly aheadByMs: number;
	/** When they were compared, in ms since the epoch by this machine's clock. */
	readonly at: number;
}

/** Data from the headers of a deployment's responses. Replaced, never modified. */
export interface ServerState {
	/** Versions reported in about the last ten minutes, latest response first. There are several during an upgrade. */
	readonly versions: readonly ServedVersion[];
	/** How many consecutive responses reported the first version. */
	readonly inARow: number;
	/** The clock comparison of the latest response to this window. */
	readonly clock?: ClockReading;
	/** License warnings, as short single-line texts. They come from the server: show them only as text. */
	readonly warnings: readonly string[];
}

/** The state before the first response. */
export const initialServerState: ServerState = { versions: [], inARow: 0, warnings: [] };

/** After this long without being reported, in ms, a version is treated as new when it returns. */
const forgottenMs = 10 * 60_000;
/** The maximum number of versions to keep. An upgrade doesn't involve more at a time. */
const keptVersions = 4;

/** Clocks that differ by less, in ms, agree well enough for dates; the difference may be a wrong time zone. */
const agreedMs = 24 * 3_600_000;
/** How long a clock comparison is valid, in ms: a clock may be adjusted later. */
const comparedMs = 3_600_000;

/**
 * Returns whether another clock confirms this machine's clock. Only then may data be deleted because of its age.
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

/** Returns whether servers of several versions respond in turn: a version was reported again after another one. */
export function answersMix({ versions }: ServerState, now: number): boolean {
	const [newest, ...others] = versions;
	return (
		newest !== undefined &&
		others.some(({ lastAt }) => lastAt >= newest.firstAt && isYoung(lastAt, forgottenMs, now))
	);
}

/**
 * Returns the state after the headers of another response.
 *
 * @param at when it arrived, in ms since the epoch
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
