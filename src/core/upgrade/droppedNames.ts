import type { Release } from "../coder/release.ts";

/** What a release no longer has: options by ID. */
interface Dropped {
	/** Options that it doesn't have under any name. */
	readonly options?: readonly string[];
	/** Options that it no longer reads from their YAML path. */
	readonly yaml?: readonly string[];
}

/**
 * What each release dropped, compared with the previous one; a test compares it with the table of all releases. Findings
 * use it, because they are computed without loading that table.
 */
const dropped: Readonly<Record<Release, Dropped>> = {
	2: { options: ["CODER_TELEMETRY_TRACE"] },
	9: { yaml: ["CODER_PROVISIONER_DAEMON_PSK"] },
	11: { options: ["CODER_PROVISIONER_DAEMONS_ECHO"] },
	15: { yaml: ["CODER_NOTIFICATIONS_EMAIL_AUTH_PASSWORD"] },
	24: { options: ["AI"] },
	25: { options: ["CODER_IN_MEMORY"] },
	28: { yaml: ["CODER_AIBRIDGE_ANTHROPIC_BASE_URL", "CODER_AIBRIDGE_ANTHROPIC_KEY"] },
	30: {
		yaml: [
			"CODER_AIBRIDGE_OPENAI_KEY",
			"CODER_AIBRIDGE_ANTHROPIC_KEY",
			"CODER_AIBRIDGE_BEDROCK_ACCESS_KEY",
			"CODER_AIBRIDGE_BEDROCK_ACCESS_KEY_SECRET",
		],
	},
};

/** Returns the options that a release dropped. */
export function droppedIn(release: Release): Required<Dropped> {
	return { options: [], yaml: [], ...dropped[release] };
}
