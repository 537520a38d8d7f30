import { isSecretName } from "./secretName.ts";

/**
 * Environment variables of `coder server` with secrets, as annotated in Coder's option list up to 2026-08. A second
 * line of defense, for responses without the server's `annotations.secret`.
 */
const secretEnvs: ReadonlySet<string> = new Set([
	"CODER_OAUTH2_GITHUB_CLIENT_SECRET",
	"CODER_OIDC_CLIENT_SECRET",
	"CODER_TRACE_HONEYCOMB_API_KEY",
	"CODER_PROVISIONER_DAEMON_PSK",
	"CODER_PG_CONNECTION_URL",
	"CODER_SCIM_AUTH_HEADER",
	"CODER_EXTERNAL_TOKEN_ENCRYPTION_KEYS",
	"CODER_EMAIL_AUTH_PASSWORD",
	"CODER_NOTIFICATIONS_EMAIL_AUTH_PASSWORD",
	"CODER_CHAT_HOOK_SECRET",
	"CODER_AIBRIDGE_OPENAI_KEY",
	"CODER_AI_GATEWAY_OPENAI_KEY",
	"CODER_AIBRIDGE_ANTHROPIC_KEY",
	"CODER_AI_GATEWAY_ANTHROPIC_KEY",
	"CODER_AIBRIDGE_BEDROCK_ACCESS_KEY",
	"CODER_AI_GATEWAY_BEDROCK_ACCESS_KEY",
	"CODER_AIBRIDGE_BEDROCK_ACCESS_KEY_SECRET",
	"CODER_AI_GATEWAY_BEDROCK_ACCESS_KEY_SECRET",
]);

/** The flags of the same options, which match the variables' names except for two. */
const secretFlags: ReadonlySet<string> = new Set([
	...[...secretEnvs].map((env) =>
		env
			.replace(/^CODER_/, "")
			.replaceAll("_", "-")
			.toLowerCase(),
	),
	"postgres-url",
]);

/** Returns true if the variable, flag (without dashes), or name is that of a secret option. */
export function isSecretOption(env: unknown, flag: unknown, name: unknown): boolean {
	return (
		(typeof env === "string" && (secretEnvs.has(env) || isSecretName(env))) ||
		(typeof flag === "string" && (secretFlags.has(flag) || isSecretName(flag))) ||
		(typeof name === "string" && isSecretName(name))
	);
}
