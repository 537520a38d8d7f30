import type { DeploymentOption } from "../coder/model.ts";

/**
 * Deprecated variables that set the same value on the server as the variable that replaces them, as pairs of prefixes
 * with the suffixes that both have. From Coder's option list (`codersdk/deployment.go`, options with the same `Value`),
 * v2.0 to 2026-08. `useInstead` isn't sufficient: Redirect to Access URL replaces Redirect HTTP to HTTPS, but is a
 * separate setting with another default.
 */
const sameValue: readonly (readonly [deprecated: string, current: string, endings: string])[] = [
	["TELEMETRY", "TELEMETRY_ENABLE", ""],
	[
		"NOTIFICATIONS_EMAIL",
		"EMAIL",
		`_FROM _SMARTHOST _HELLO _FORCE_TLS _AUTH_IDENTITY _AUTH_USERNAME _AUTH_PASSWORD _AUTH_PASSWORD_FILE
		_TLS_STARTTLS _TLS_SERVERNAME _TLS_SKIPVERIFY _TLS_CACERTFILE _TLS_CERTFILE _TLS_CERTKEYFILE`,
	],
	[
		"AIBRIDGE",
		"AI_GATEWAY",
		`_ENABLED _OPENAI_BASE_URL _OPENAI_KEY _ANTHROPIC_BASE_URL _ANTHROPIC_KEY _BEDROCK_BASE_URL _BEDROCK_REGION
		_BEDROCK_ACCESS_KEY _BEDROCK_ACCESS_KEY_SECRET _BEDROCK_MODEL _BEDROCK_SMALL_FAST_MODEL _INJECT_CODER_MCP_TOOLS
		_RETENTION _MAX_CONCURRENCY _RATE_LIMIT _STRUCTURED_LOGGING _SEND_ACTOR_HEADERS _ALLOW_BYOK
		_CIRCUIT_BREAKER_ENABLED _CIRCUIT_BREAKER_FAILURE_THRESHOLD _CIRCUIT_BREAKER_INTERVAL _CIRCUIT_BREAKER_TIMEOUT
		_CIRCUIT_BREAKER_MAX_REQUESTS _PROXY_ENABLED _PROXY_LISTEN_ADDR _PROXY_TLS_CERT_FILE _PROXY_TLS_KEY_FILE
		_PROXY_CERT_FILE _PROXY_KEY_FILE _PROXY_DOMAIN_ALLOWLIST _PROXY_UPSTREAM _PROXY_UPSTREAM_CA
		_PROXY_ALLOWED_PRIVATE_CIDRS _PROXY_DUMP_DIR`,
	],
];

/** Current names by deprecated name. */
const currentNames: ReadonlyMap<string, string> = new Map(
	sameValue.flatMap(([deprecated, current, endings]) =>
		endings
			.split(/\s+/)
			.map((ending) => [`CODER_${deprecated}${ending}`, `CODER_${current}${ending}`] as const),
	),
);

/**
 * Options that the server wraps in a validator per name. It then treats the two names as two options and overwrites the
 * value of one with the default of the other, so both names have to be set.
 */
const setByBothNames: ReadonlySet<string> = new Set(
	["FAILURE_THRESHOLD", "MAX_REQUESTS"].flatMap((ending) => [
		`CODER_AIBRIDGE_CIRCUIT_BREAKER_${ending}`,
		`CODER_AI_GATEWAY_CIRCUIT_BREAKER_${ending}`,
	]),
);

type Names = Pick<DeploymentOption, "id" | "useInstead">;

/**
 * Returns the ID of the option that shares its value with a deprecated option on the server: setting either one sets
 * both.
 *
 * @returns `undefined` if the option isn't deprecated, its replacement is a separate setting, or this isn't known
 */
export function aliasOf({ id, useInstead }: Names): string | undefined {
	const current = currentNames.get(id);
	return useInstead.some((successor) => successor.id === current) ? current : undefined;
}

/** Returns true if the server ignores an option unless both its deprecated and its current name are set. */
export function needsBothNames({ id }: Pick<DeploymentOption, "id">): boolean {
	return setByBothNames.has(id);
}
