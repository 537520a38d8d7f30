/** The sample organization's secrets, by option. */
export const secretValues = {
	CODER_OIDC_CLIENT_SECRET: "SAMPLE-SECRET-oidc-client-secret",
	CODER_PROVISIONER_DAEMON_PSK: "SAMPLE-SECRET-provisioner-key",
	CODER_PG_CONNECTION_URL:
		"postgres://coder:SAMPLE-SECRET-postgres-password@db.larkspur.example:5432/coder",
	CODER_SCIM_AUTH_HEADER: "SAMPLE-SECRET-scim-key",
	CODER_EXTERNAL_TOKEN_ENCRYPTION_KEYS: "SAMPLE-SECRET-encryption-key",
	CODER_NOTIFICATIONS_EMAIL_AUTH_PASSWORD: "SAMPLE-SECRET-smtp-password",
	CODER_AIBRIDGE_OPENAI_KEY: "SAMPLE-SECRET-openai-key",
	CODER_AIBRIDGE_ANTHROPIC_KEY: "SAMPLE-SECRET-anthropic-key",
	CODER_AIBRIDGE_BEDROCK_ACCESS_KEY: "SAMPLE-SECRET-bedrock-access-key",
	CODER_AIBRIDGE_BEDROCK_ACCESS_KEY_SECRET: "SAMPLE-SECRET-bedrock-access-key-secret",
} as const;

/** Password in the URL of the upstream proxy, which servers never mask. */
export const passwordInUrl = "SAMPLE-SECRET-in-proxy-url";

/** Start of every secret: text that contains it leaks something. */
export const secretMark = "SAMPLE-SECRET-";

/**
 * Every secret of the sample data, in the order of the options, and then the one in a URL. No client may show, store,
 * or log any of them.
 */
export const markerSecrets: readonly string[] = [...Object.values(secretValues), passwordInUrl];

/** Secrets that a server of v2.34 or later sends in plain text, as live values nested in `use_instead`. */
export const leakedSecrets: readonly string[] = [
	secretValues.CODER_NOTIFICATIONS_EMAIL_AUTH_PASSWORD,
	secretValues.CODER_AIBRIDGE_OPENAI_KEY,
	secretValues.CODER_AIBRIDGE_ANTHROPIC_KEY,
	secretValues.CODER_AIBRIDGE_BEDROCK_ACCESS_KEY,
	secretValues.CODER_AIBRIDGE_BEDROCK_ACCESS_KEY_SECRET,
];
