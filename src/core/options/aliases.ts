import type { DeploymentOption } from "../coder/model.ts";

/**
 * Deprecated variables that the server stores in the same place as the variable that replaces them, as pairs of
 * beginnings with the endings that both have. Facts of Coder's option list (`codersdk/deployment.go`, options with one
 * `Value`), v2.0 to 2026-08. `useInstead` alone does not say this: Redirect to Access URL replaces Redirect HTTP to
 * HTTPS, but is another setting with another default.
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

/** The current name by the deprecated one. */
const currentNames: ReadonlyMap<string, string> = new Map(
	sameValue.flatMap(([deprecated, current, endings]) =>
		endings
			.split(/\s+/)
			.map((ending) => [`CODER_${deprecated}${ending}`, `CODER_${current}${ending}`] as const),
	),
);

/**
 * Options that the server wraps in a validator for each name. It then takes the two names for two options and puts the
 * default of the one that is not set over the value of the other, so that both names have to be set.
 */
const setByBothNames: ReadonlySet<string> = new Set(
	["FAILURE_THRESHOLD", "MAX_REQUESTS"].flatMap((ending) => [
		`CODER_AIBRIDGE_CIRCUIT_BREAKER_${ending}`,
		`CODER_AI_GATEWAY_CIRCUIT_BREAKER_${ending}`,
	]),
);

type Names = Pick<DeploymentOption, "id" | "useInstead">;

/**
 * The id of the option whose value a deprecated option shares on the server: setting either sets both.
 *
 * @returns nothing where the option is not deprecated, or only related to its successor, or where that is not known
 */
export function aliasOf({ id, useInstead }: Names): string | undefined {
	const current = currentNames.get(id);
	return useInstead.some((successor) => successor.id === current) ? current : undefined;
}

/** True when the server ignores an option unless it is set by its deprecated and its current name. */
export function needsBothNames({ id }: Pick<DeploymentOption, "id">): boolean {
	return setByBothNames.has(id);
}
