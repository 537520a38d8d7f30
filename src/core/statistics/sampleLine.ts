import { isMoment } from "../base/moment.ts";
import type { Sample } from "./sample.ts";

/** Names that every server has. Their numbers are stored in this order without names. Only append to the list. */
const columns = [
	"workspaces.pending",
	"workspaces.building",
	"workspaces.running",
	"workspaces.stopped",
	"workspaces.failed",
	"p50",
	"p95",
	"rx",
	"tx",
	"sessions.vscode",
	"sessions.jetbrains",
	"sessions.ssh",
	"sessions.reconnecting_pty",
	"seats.user_limit",
] as const;

/**
 * Formats a sample as a line of a log, preceded by a checksum:
 *
 * 9f2c41d7 [1764034959123,0,30000,[1,3,164,297,5,31.1,161.2,6400000000,31000000000,61,14,33,6]]
 *
 * First the time, then the difference to the ID, then the interval; named numbers come last. The line begins and ends
 * with a line break, so that an incomplete line after a crash doesn't damage the next one.
 */
export function sampleLine({ at, id, intervalMs, values }: Sample): string {
	const known = columns.map((name) => values[name] ?? null);
	const others = Object.entries(values).filter(([name]) => !isColumn(name));
	const body = JSON.stringify([
		at,
		id - at,
		intervalMs,
		known,
		...(others.length > 0 ? [Object.fromEntries(others)] : []),
	]);
	return `\n${checksum(body)} ${body}\n`;
}

/** Parses samples from lines of text; skips damaged ones. */
export function readSampleLines(text: string): Sample[] {
	return text.split("\n").flatMap((line) => readLine(line) ?? []);
}

function readLine(line: string): Sample | undefined {
	const body = line.slice(9);
	if (body === "" || line.slice(0, 9) !== `${checksum(body)} `) return undefined;
	const [at, distance, intervalMs, known, others] = parse(body);
	if (!isMoment(at) || !isNumber(distance) || !isNumber(intervalMs) || !Array.isArray(known)) {
		return undefined;
	}
	const numbers = known as readonly unknown[];
	const named = [
		...columns.map((name, index) => [name, numbers[index]] as const),
		...Object.entries((others ?? {}) as Record<string, unknown>),
	].flatMap(([name, value]) => (isNumber(value) ? [[name, value] as const] : []));
	return { at, id: at + distance, intervalMs, values: Object.fromEntries(named) };
}

/** Parses a line's JSON. If its checksum is valid, this extension wrote it, possibly a later version. */
function parse(body: string): readonly unknown[] {
	try {
		const parts: unknown = JSON.parse(body);
		return Array.isArray(parts) ? parts : [];
	} catch {
		return [];
	}
}

function isColumn(name: string): boolean {
	return (columns as readonly string[]).includes(name);
}

function isNumber(value: unknown): value is number {
	return Number.isFinite(value);
}

/** Returns the 32-bit FNV-1a hash: enough to detect damage, and fast for tens of thousands of lines. */
function checksum(text: string): string {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return (hash >>> 0).toString(16).padStart(8, "0");
}
