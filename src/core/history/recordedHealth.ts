import { isJsonObject, type JsonValue } from "../base/json.ts";
import { healthParts, isHealthCode, type HealthPartId } from "../coder/healthModel.ts";
import type { HealthLine } from "../health/health.ts";

const severities = ["ok", "warning", "error"] as const;

/** The recorded state of a part of the health check. */
export interface RecordedPart {
	readonly severity: (typeof severities)[number];
	/** The reason: a health check's code. The server's texts aren't stored. */
	readonly code?: string;
}

/** The recorded states of the health check's parts, as far as they're known. */
export type RecordedHealth = Readonly<Partial<Record<HealthPartId, RecordedPart>>>;

/**
 * Returns what to store of a report. Leaves out parts that were dismissed, that fail only because of the access URL, or
 * with an unknown state.
 */
export function recordHealth(lines: readonly HealthLine[]): RecordedHealth {
	return Object.fromEntries(
		lines.flatMap(({ id, severity, dismissed, follows, messages }) => {
			if (dismissed || follows || severity === "unknown") return [];
			const code = messages.find((message) => message.code !== undefined)?.code;
			const isKept = severity !== "ok" && code !== undefined && isHealthCode(code);
			return [[id, { severity, ...(isKept && { code }) }] as const];
		}),
	);
}

/** Returns whether `after` contains no changes from `before`. A different reason isn't a change. */
export function sameHealth(before: RecordedHealth = {}, after: RecordedHealth = {}): boolean {
	return healthParts.every(
		(id) => after[id] === undefined || after[id].severity === before[id]?.severity,
	);
}

/** Parses a file's content; returns `undefined` if it isn't recorded health. Ignores parts of later versions. */
export function readRecordedHealth(value: JsonValue | undefined): RecordedHealth | undefined {
	if (!isJsonObject(value)) return undefined;
	return Object.fromEntries(
		healthParts.flatMap((id) => {
			const part = value[id];
			if (!isJsonObject(part)) return [];
			const severity = severities.find((word) => word === part.severity);
			const { code } = part;
			const isCode = typeof code === "string" && isHealthCode(code);
			return severity === undefined ? [] : [[id, { severity, ...(isCode && { code }) }] as const];
		}),
	);
}
