import { isJsonObject, type JsonValue } from "../base/json.ts";
import { healthParts, isHealthCode, type HealthPartId } from "../coder/healthModel.ts";
import type { HealthLine } from "../health/health.ts";

const severities = ["ok", "warning", "error"] as const;

/** How a part of the health check was. */
export interface RecordedPart {
	readonly severity: (typeof severities)[number];
	/** Why it was so: a code of Coder's health check. Texts of the server aren't kept. */
	readonly code?: string;
}

/** How the parts of the health check were, as far as that was known. */
export type RecordedHealth = Readonly<Partial<Record<HealthPartId, RecordedPart>>>;

/**
 * What is kept of a report. Parts that an administrator dismissed, that fail only because of the access URL, or whose
 * state isn't known say nothing.
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

/** Whether `after` tells of no part anything else than `before` did. Causes may differ: the part is as broken. */
export function sameHealth(before: RecordedHealth = {}, after: RecordedHealth = {}): boolean {
	return healthParts.every(
		(id) => after[id] === undefined || after[id].severity === before[id]?.severity,
	);
}

/** Reads what a file holds; nothing where it is no recorded health. Parts of a later version are left out. */
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
