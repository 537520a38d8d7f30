import type { DeploymentOption } from "../coder/model.ts";

/**
 * Durations for which zero turns something off, such as the deletion of old data. From Coder's option list, 2026-08.
 */
const offAtZero: ReadonlySet<string> = new Set([
	"CODER_API_KEYS_RETENTION",
	"CODER_AUDIT_LOGS_RETENTION",
	"CODER_BOUNDARY_LOG_RETENTION",
	"CODER_CONNECTION_LOGS_RETENTION",
	"CODER_WORKSPACE_AGENT_LOGS_RETENTION",
]);

/** Returns true if a duration of zero means "off": the option is in the list above, or its description says so. */
export function zeroMeansOff({
	id,
	description,
}: Pick<DeploymentOption, "id" | "description">): boolean {
	return offAtZero.has(id) || /\b(?:0|zero) to (?:disable|turn off)\b/i.test(description);
}
