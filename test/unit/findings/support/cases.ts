import type { Severity } from "../../../../src/core/findings/severity.ts";
import type { Server } from "./findingsAt.ts";

/** A rule with a server that has the finding, and a similar one that doesn't. */
export interface RuleCase {
	readonly rule: string;
	/** The case, if a rule has several. */
	readonly when?: string;
	readonly fires: Server;
	readonly severity: Severity;
	/** A text that the finding's value contains. */
	readonly value?: string;
	readonly silent: Server;
}

const dayNs = 86_400e9;
const https = { CODER_ACCESS_URL: "https://coder.larkspur.example" };
const http = { CODER_ACCESS_URL: "http://coder.larkspur.example" };
const oidc = {
	CODER_OIDC_CLIENT_ID: "coder",
	CODER_OIDC_ISSUER_URL: "https://id.larkspur.example",
};
const nothing: Server = {};

/** A switch that's dangerous when on. */
const whenOn = (
	rule: string,
	option: string,
	severity: Severity,
	beside: Server["env"] = {},
): RuleCase => ({
	rule,
	fires: { env: { ...beside, [option]: true } },
	severity,
	silent: { env: { ...beside, [option]: false } },
});

/** A danger that's prevented in another way: it's still reported, with severity info. */
const whenMoot = (
	rule: string,
	when: string,
	option: string,
	beside: Server["env"] = {},
): RuleCase => ({
	...whenOn(rule, option, "info", beside),
	when,
});

/** At least one case for every rule. */
export const ruleCases: readonly RuleCase[] = [
	whenOn("dangerous-cors", "CODER_DANGEROUS_ALLOW_CORS_REQUESTS", "high"),
	{
		rule: "upgrade-next-release",
		fires: {
			reportedVersion: "v2.31.0+abcdef0",
			env: { CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE: true },
		},
		severity: "warning",
		value: "CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE",
		silent: {
			reportedVersion: "v2.31.0+abcdef0",
			flags: { CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE: true },
		},
	},
	whenOn("dangerous-path-app-sharing", "CODER_DANGEROUS_ALLOW_PATH_APP_SHARING", "high"),
	whenMoot(
		"dangerous-path-app-sharing",
		"path-based apps are off",
		"CODER_DANGEROUS_ALLOW_PATH_APP_SHARING",
		{ CODER_DISABLE_PATH_APPS: true },
	),
	whenOn(
		"dangerous-path-app-owner-access",
		"CODER_DANGEROUS_ALLOW_PATH_APP_SITE_OWNER_ACCESS",
		"high",
	),
	whenOn("dangerous-rate-limits-off", "CODER_DANGEROUS_DISABLE_RATE_LIMITS", "high"),
	whenOn(
		"dangerous-oidc-issuer-checks-off",
		"CODER_DANGEROUS_OIDC_SKIP_ISSUER_CHECKS",
		"high",
		oidc,
	),
	whenMoot(
		"dangerous-oidc-issuer-checks-off",
		"OpenID Connect is not configured",
		"CODER_DANGEROUS_OIDC_SKIP_ISSUER_CHECKS",
	),
	whenOn("dangerous-oidc-email-fallback", "CODER_DANGEROUS_OIDC_EMAIL_FALLBACK", "high", oidc),
	{
		rule: "dangerous-option",
		fires: {
			more: [{ name: "Tomorrow's Danger", env: "CODER_DANGEROUS_TOMORROW", value: true }],
		},
		severity: "high",
		silent: {
			more: [{ name: "Tomorrow's Danger", env: "CODER_DANGEROUS_TOMORROW", value: false }],
		},
	},
	{
		rule: "access-url-http",
		fires: { env: http },
		severity: "high",
		value: "http://coder.larkspur.example",
		silent: { env: https },
	},
	{
		rule: "access-url-loopback",
		fires: { env: { CODER_ACCESS_URL: "http://localhost:3000" } },
		severity: "warning",
		silent: { env: https },
	},
	{
		rule: "access-url-tunnel",
		fires: { env: { CODER_ACCESS_URL: "https://abc123.pit-1.try.coder.app" } },
		severity: "info",
		silent: { env: https },
	},
	{
		rule: "wildcard-url-missing",
		fires: nothing,
		severity: "info",
		silent: { env: { CODER_WILDCARD_ACCESS_URL: "*.larkspur.example" } },
	},
	{
		rule: "path-apps-on",
		fires: { env: { CODER_WILDCARD_ACCESS_URL: "*.larkspur.example" } },
		severity: "warning",
		value: "*.larkspur.example",
		silent: {
			env: { CODER_WILDCARD_ACCESS_URL: "*.larkspur.example", CODER_DISABLE_PATH_APPS: true },
		},
	},
	{
		rule: "owner-workspace-access",
		fires: nothing,
		severity: "info",
		silent: { env: { CODER_DISABLE_OWNER_WORKSPACE_ACCESS: true } },
	},
	whenOn("workspace-renames", "CODER_ALLOW_WORKSPACE_RENAMES", "warning"),
	{
		rule: "password-beside-oidc",
		fires: { env: oidc },
		severity: "warning",
		silent: { env: { ...oidc, CODER_DISABLE_PASSWORD_AUTH: true } },
	},
	{
		rule: "password-beside-oidc",
		when: "passwords are the only way",
		fires: { env: { CODER_OIDC_ISSUER_URL: "https://id.larkspur.example" } },
		severity: "warning",
		silent: nothing,
	},
	whenOn("oidc-email-not-verified", "CODER_OIDC_IGNORE_EMAIL_VERIFIED", "warning", oidc),
	{
		rule: "oidc-open-signups",
		fires: { env: oidc },
		severity: "info",
		silent: { env: { ...oidc, CODER_OIDC_EMAIL_DOMAIN: ["larkspur.example"] } },
	},
	whenOn("oidc-access-token-claims", "CODER_OIDC_ACCESS_TOKEN_CLAIMS", "warning", oidc),
	{
		rule: "oidc-issuer-http",
		fires: { env: { CODER_OIDC_ISSUER_URL: "http://id.larkspur.example" } },
		severity: "high",
		silent: { env: { CODER_OIDC_ISSUER_URL: "http://127.0.0.1:8080" } },
	},
	{
		rule: "github-everyone",
		fires: {
			env: {
				CODER_OAUTH2_GITHUB_ALLOW_EVERYONE: true,
				CODER_OAUTH2_GITHUB_ALLOW_SIGNUPS: true,
			},
		},
		severity: "high",
		silent: { env: { CODER_OAUTH2_GITHUB_ALLOW_SIGNUPS: true } },
	},
	whenMoot("github-everyone", "nobody may sign up", "CODER_OAUTH2_GITHUB_ALLOW_EVERYONE"),
	{
		rule: "rate-limit-off",
		fires: { env: { CODER_API_RATE_LIMIT: -1 } },
		severity: "warning",
		silent: { env: { CODER_API_RATE_LIMIT: 0 } },
	},
	{
		rule: "rate-limit-off",
		when: "all limits are off anyway",
		fires: { env: { CODER_API_RATE_LIMIT: -5 } },
		severity: "warning",
		silent: { env: { CODER_API_RATE_LIMIT: -1, CODER_DANGEROUS_DISABLE_RATE_LIMITS: true } },
	},
	{
		rule: "secure-cookie-off",
		fires: { env: { ...https, CODER_SECURE_AUTH_COOKIE: false } },
		severity: "warning",
		silent: { env: { ...http, CODER_SECURE_AUTH_COOKIE: false } },
	},
	{
		rule: "secure-cookie-off",
		when: "it follows the access URL by itself",
		fires: { version: "old", env: https },
		severity: "warning",
		silent: { env: https },
	},
	{
		rule: "samesite-none",
		fires: { env: { CODER_SAMESITE_AUTH_COOKIE: "none" } },
		severity: "warning",
		silent: nothing,
	},
	{
		rule: "host-prefix-cookie-off",
		fires: { env: https },
		severity: "info",
		silent: { env: { ...https, CODER_HOST_PREFIX_COOKIE: true } },
	},
	{
		rule: "hsts-missing",
		fires: { env: https },
		severity: "info",
		silent: { env: { ...https, CODER_STRICT_TRANSPORT_SECURITY: 31_536_000 } },
	},
	{
		rule: "hsts-over-http",
		fires: { env: { ...http, CODER_STRICT_TRANSPORT_SECURITY: 31_536_000 } },
		severity: "warning",
		silent: { env: { ...https, CODER_STRICT_TRANSPORT_SECURITY: 31_536_000 } },
	},
	{
		rule: "hsts-options-ignored",
		fires: { env: { CODER_STRICT_TRANSPORT_SECURITY_OPTIONS: ["preload"] } },
		severity: "info",
		silent: {
			env: {
				CODER_STRICT_TRANSPORT_SECURITY_OPTIONS: ["preload"],
				CODER_STRICT_TRANSPORT_SECURITY: 31_536_000,
			},
		},
	},
	{
		rule: "tls-old-version",
		fires: { env: { CODER_TLS_ENABLE: true, CODER_TLS_MIN_VERSION: "tls11" } },
		severity: "warning",
		silent: { env: { CODER_TLS_ENABLE: true, CODER_TLS_MIN_VERSION: "tls13" } },
	},
	{
		rule: "tls-old-version",
		when: "the server does not speak TLS",
		fires: { env: { CODER_TLS_MIN_VERSION: "tls10" } },
		severity: "info",
		silent: nothing,
	},
	whenOn("tls-insecure-ciphers", "CODER_TLS_ALLOW_INSECURE_CIPHERS", "warning", {
		CODER_TLS_ENABLE: true,
	}),
	{
		rule: "tls-client-not-verified",
		fires: { env: { CODER_TLS_ENABLE: true, CODER_TLS_CLIENT_AUTH: "require-any" } },
		severity: "warning",
		silent: { env: { CODER_TLS_ENABLE: true, CODER_TLS_CLIENT_AUTH: "require-and-verify" } },
	},
	{
		rule: "secret-on-command-line",
		fires: { flags: { CODER_OIDC_CLIENT_SECRET: "made-up", CODER_SCIM_AUTH_HEADER: "made-up" } },
		severity: "warning",
		value: "OIDC Client Secret, SCIM API Key",
		silent: { env: { CODER_OIDC_CLIENT_SECRET: "made-up" } },
	},
	{
		rule: "password-in-url",
		fires: { env: { CODER_AI_GATEWAY_PROXY_UPSTREAM: "http://me:hunter22@proxy.example:3128" } },
		severity: "warning",
		silent: { env: { CODER_AI_GATEWAY_PROXY_UPSTREAM: "http://proxy.example:3128" } },
	},
	{
		rule: "provisioner-psk",
		fires: { env: { CODER_PROVISIONER_DAEMON_PSK: "made-up-key" } },
		severity: "info",
		value: "Set",
		silent: nothing,
	},
	{
		rule: "token-lifetime-endless",
		fires: nothing,
		severity: "info",
		silent: { env: { CODER_MAX_TOKEN_LIFETIME: 90 * dayNs } },
	},
	{
		rule: "token-lifetime-endless",
		when: "somebody chose it",
		fires: { env: { CODER_MAX_TOKEN_LIFETIME: 20 * 365 * dayNs } },
		severity: "warning",
		silent: { env: { CODER_MAX_TOKEN_LIFETIME: 10 * 365 * dayNs } },
	},
	{
		rule: "token-lifetime-zero",
		fires: { env: { CODER_MAX_TOKEN_LIFETIME: 0 } },
		severity: "warning",
		silent: { env: { CODER_MAX_TOKEN_LIFETIME: 1e9 } },
	},
	{
		rule: "admin-token-lifetime-long",
		fires: { env: { CODER_MAX_ADMIN_TOKEN_LIFETIME: 366 * dayNs } },
		severity: "warning",
		silent: { env: { CODER_MAX_ADMIN_TOKEN_LIFETIME: 365 * dayNs } },
	},
	{
		rule: "default-token-lifetime-long",
		fires: { env: { CODER_DEFAULT_TOKEN_LIFETIME: 91 * dayNs } },
		severity: "warning",
		silent: { env: { CODER_DEFAULT_TOKEN_LIFETIME: 90 * dayNs } },
	},
	{
		rule: "default-token-lifetime-above-maximum",
		fires: { env: { CODER_MAX_TOKEN_LIFETIME: dayNs } },
		severity: "warning",
		silent: { env: { CODER_MAX_TOKEN_LIFETIME: 7 * dayNs } },
	},
	{
		rule: "session-lifetime-long",
		fires: { env: { CODER_SESSION_DURATION: 31 * dayNs } },
		severity: "warning",
		silent: { env: { CODER_SESSION_DURATION: 30 * dayNs } },
	},
	{
		rule: "session-endless",
		fires: nothing,
		severity: "info",
		silent: { env: { CODER_DISABLE_SESSION_EXPIRY_REFRESH: true } },
	},
	{
		rule: "database-in-memory",
		fires: { version: "old", env: { CODER_IN_MEMORY: true } },
		severity: "high",
		silent: { version: "old" },
	},
	whenOn("deployment-ephemeral", "CODER_EPHEMERAL", "high"),
	{
		rule: "database-built-in",
		fires: nothing,
		severity: "info",
		silent: { env: { CODER_PG_CONNECTION_URL: "postgres://made-up" } },
	},
	{
		rule: "tokens-not-encrypted",
		fires: { env: oidc },
		severity: "info",
		silent: { env: { ...oidc, CODER_EXTERNAL_TOKEN_ENCRYPTION_KEYS: "made-up-key" } },
	},
	whenOn("email-tls-not-verified", "CODER_EMAIL_TLS_SKIPVERIFY", "high", {
		CODER_EMAIL_SMARTHOST: "mail.larkspur.example:587",
	}),
	whenMoot("email-tls-not-verified", "there is no mail server", "CODER_EMAIL_TLS_SKIPVERIFY"),
	{
		rule: "email-unencrypted",
		fires: { env: { CODER_EMAIL_SMARTHOST: "mail.larkspur.example:587" } },
		severity: "warning",
		silent: {
			env: {
				CODER_EMAIL_SMARTHOST: "mail.larkspur.example:587",
				CODER_EMAIL_TLS_STARTTLS: true,
			},
		},
	},
	{
		rule: "email-unencrypted",
		when: "the port speaks TLS by itself, under the older name",
		fires: {
			version: "old",
			env: { CODER_NOTIFICATIONS_EMAIL_SMARTHOST: "mail.larkspur.example:25" },
		},
		severity: "warning",
		silent: {
			version: "old",
			env: { CODER_NOTIFICATIONS_EMAIL_SMARTHOST: "mail.larkspur.example:465" },
		},
	},
	{
		rule: "webhook-http",
		fires: {
			env: {
				CODER_NOTIFICATIONS_METHOD: "webhook",
				CODER_NOTIFICATIONS_WEBHOOK_ENDPOINT: "http://hooks.larkspur.example",
			},
		},
		severity: "warning",
		silent: {
			env: {
				CODER_NOTIFICATIONS_METHOD: "webhook",
				CODER_NOTIFICATIONS_WEBHOOK_ENDPOINT: "https://hooks.larkspur.example",
			},
		},
	},
	{
		rule: "proxy-trusts-everybody",
		fires: { env: { CODER_PROXY_TRUSTED_ORIGINS: ["10.0.0.0/8", "0.0.0.0/0", "::/0"] } },
		severity: "warning",
		value: "0.0.0.0/0, ::/0",
		silent: { env: { CODER_PROXY_TRUSTED_ORIGINS: ["10.0.0.0/8"] } },
	},
	{
		rule: "proxy-headers-ignored",
		fires: { env: { CODER_PROXY_TRUSTED_HEADERS: ["X-Forwarded-For"] } },
		severity: "warning",
		silent: {
			env: {
				CODER_PROXY_TRUSTED_HEADERS: ["X-Forwarded-For"],
				CODER_PROXY_TRUSTED_ORIGINS: ["10.0.0.0/8"],
			},
		},
	},
	{
		rule: "csp-weakened",
		fires: { env: { CODER_ADDITIONAL_CSP_POLICY: ["script-src 'unsafe-eval'"] } },
		severity: "warning",
		silent: nothing,
	},
	{
		rule: "csp-weakened",
		when: "exact sources are added",
		fires: { env: { CODER_ADDITIONAL_CSP_POLICY: ["img-src https://img.larkspur.example"] } },
		severity: "info",
		silent: nothing,
	},
	{
		rule: "stun-off",
		fires: { env: { CODER_DERP_SERVER_STUN_ADDRESSES: ["disable"] } },
		severity: "info",
		silent: {
			env: { CODER_DERP_SERVER_STUN_ADDRESSES: ["disable"], CODER_BLOCK_DIRECT: true },
		},
	},
	{
		rule: "ssh-options-run-programs",
		fires: { env: { CODER_SSH_CONFIG_OPTIONS: ["ProxyCommand=nc %h %p", "localcommand date"] } },
		severity: "warning",
		value: "ProxyCommand, localcommand",
		silent: { env: { CODER_SSH_CONFIG_OPTIONS: ["ServerAliveInterval=30"] } },
	},
	{
		rule: "ssh-agent-forwarded",
		fires: { env: { CODER_SSH_CONFIG_OPTIONS: ["ForwardAgent yes"] } },
		severity: "info",
		silent: { env: { CODER_SSH_CONFIG_OPTIONS: ["ForwardAgent=no"] } },
	},
	{
		rule: "chat-hook-http",
		fires: {
			env: {
				CODER_CHAT_HOOK_ALLOW_INSECURE: true,
				CODER_CHAT_HOOK_URL: "http://hook.larkspur.example",
			},
		},
		severity: "high",
		silent: { env: { CODER_CHAT_HOOK_URL: "https://hook.larkspur.example" } },
	},
	whenMoot("chat-hook-http", "the hook is not http", "CODER_CHAT_HOOK_ALLOW_INSECURE"),
	whenOn("chat-debug-logging", "CODER_CHAT_DEBUG_LOGGING_ENABLED", "info"),
	{
		rule: "ai-gateway-dump",
		fires: { env: { CODER_AI_GATEWAY_DUMP_DIR: "/var/tmp/dump" } },
		severity: "warning",
		silent: nothing,
	},
	{
		rule: "ai-proxy-dump",
		fires: { env: { CODER_AI_GATEWAY_PROXY_DUMP_DIR: "/var/tmp/dump" } },
		severity: "warning",
		silent: nothing,
	},
	{
		rule: "ai-proxy-without-tls",
		fires: { env: { CODER_AI_GATEWAY_PROXY_ENABLED: true } },
		severity: "warning",
		value: ":8888",
		silent: {
			env: {
				CODER_AI_GATEWAY_PROXY_ENABLED: true,
				CODER_AI_GATEWAY_PROXY_TLS_CERT_FILE: "/etc/coder/proxy.pem",
			},
		},
	},
	{
		rule: "ai-proxy-reaches-everything",
		fires: { env: { CODER_AI_GATEWAY_PROXY_ALLOWED_PRIVATE_CIDRS: ["0.0.0.0/0"] } },
		severity: "warning",
		silent: { env: { CODER_AI_GATEWAY_PROXY_ALLOWED_PRIVATE_CIDRS: ["10.1.0.0/16"] } },
	},
	{
		rule: "pprof-everywhere",
		fires: { env: { CODER_PPROF_ENABLE: true, CODER_PPROF_ADDRESS: "[::]:6060" } },
		severity: "high",
		value: "[::]:6060",
		silent: { env: { CODER_PPROF_ENABLE: true } },
	},
	{
		rule: "pprof-on",
		fires: { env: { CODER_PPROF_ENABLE: true } },
		severity: "info",
		silent: { env: { CODER_PPROF_ENABLE: true, CODER_PPROF_ADDRESS: ":6060" } },
	},
	{
		rule: "prometheus-everywhere",
		fires: { env: { CODER_PROMETHEUS_ENABLE: true, CODER_PROMETHEUS_ADDRESS: "0.0.0.0:2112" } },
		severity: "warning",
		silent: { env: { CODER_PROMETHEUS_ADDRESS: "0.0.0.0:2112" } },
	},
	whenOn("swagger-on", "CODER_SWAGGER_ENABLE", "info"),
	whenOn("telemetry-on", "CODER_TELEMETRY_ENABLE", "info"),
	{
		rule: "update-check-off",
		fires: { env: { CODER_UPDATE_CHECK: false } },
		severity: "info",
		silent: { version: "dev", env: { CODER_UPDATE_CHECK: false } },
	},
	{
		rule: "debug-logs",
		fires: { env: { CODER_LOG_FILTER: [".*"] } },
		severity: "info",
		silent: { env: { CODER_LOG_FILTER: ["provisioner"] } },
	},
	whenOn("debug-logs", "CODER_VERBOSE", "info"),
	whenOn("terraform-debug", "CODER_ENABLE_TERRAFORM_DEBUG_MODE", "info"),
	{
		rule: "authz-recordings",
		fires: { version: "dev", env: { CODER_ENABLE_AUTHZ_RECORDINGS: true } },
		severity: "warning",
		silent: { version: "dev" },
	},
	whenMoot("authz-recordings", "it is a release", "CODER_ENABLE_AUTHZ_RECORDINGS"),
	{
		rule: "database-health-threshold-high",
		fires: { env: { CODER_HEALTH_CHECK_THRESHOLD_DATABASE: 100e6 } },
		severity: "info",
		silent: { env: { CODER_HEALTH_CHECK_THRESHOLD_DATABASE: 99e6 } },
	},
	{
		rule: "health-check-rare",
		fires: { env: { CODER_HEALTH_CHECK_REFRESH: 7200e9 } },
		severity: "info",
		silent: { env: { CODER_HEALTH_CHECK_REFRESH: 3600e9 } },
	},
	{
		rule: "audit-logs-short",
		fires: { env: { CODER_AUDIT_LOGS_RETENTION: 364 * dayNs } },
		severity: "warning",
		silent: { env: { CODER_AUDIT_LOGS_RETENTION: 0 } },
	},
	{
		rule: "connection-logs-short",
		fires: { env: { CODER_CONNECTION_LOGS_RETENTION: 29 * dayNs } },
		severity: "warning",
		silent: { env: { CODER_CONNECTION_LOGS_RETENTION: 30 * dayNs } },
	},
	{
		rule: "experiments-unknown",
		fires: { experiments: ["oauth2", "multi-organization"], safe: [] },
		severity: "warning",
		value: "multi-organization",
		silent: { experiments: ["oauth2"], safe: [] },
	},
	{
		rule: "experiments-unknown",
		when: "the server's version is not among those whose experiments are known",
		fires: { env: { CODER_EXPERIMENTS: ["Shared-Ports"] } },
		severity: "warning",
		value: "shared-ports",
		silent: { version: "next", experiments: ["shared-ports"], safe: [] },
	},
	{
		rule: "experiments-wildcard-empty",
		fires: { env: { CODER_EXPERIMENTS: ["*"] }, experiments: [], safe: [] },
		severity: "warning",
		silent: { env: { CODER_EXPERIMENTS: ["*"] }, experiments: ["oauth2"], safe: ["oauth2"] },
	},
	{
		rule: "experiments-wildcard",
		fires: { env: { CODER_EXPERIMENTS: ["*"] }, experiments: ["oauth2"], safe: ["oauth2"] },
		severity: "info",
		silent: { env: { CODER_EXPERIMENTS: ["*"] } },
	},
	{
		rule: "deprecated-option",
		fires: { flags: { CODER_VERBOSE: true } },
		severity: "warning",
		silent: { env: { CODER_LOG_FILTER: ["provisioner"] } },
	},
	{
		rule: "deprecated-option",
		when: "its source is that of its successor",
		fires: { flags: { CODER_TLS_REDIRECT_HTTP_TO_HTTPS: false } },
		severity: "warning",
		silent: { env: { CODER_EMAIL_FROM: "coder@larkspur.example" } },
	},
	{
		rule: "deprecated-ai-providers",
		fires: {
			env: { CODER_AI_GATEWAY_BEDROCK_REGION: "eu-west-1", CODER_AI_GATEWAY_OPENAI_KEY: "made-up" },
		},
		severity: "warning",
		value: "CODER_AI_GATEWAY_BEDROCK_REGION; CODER_AI_GATEWAY_OPENAI_KEY",
		silent: { env: { CODER_AI_GATEWAY_MAX_CONCURRENCY: 5 } },
	},
	{
		rule: "deprecated-option-perhaps",
		fires: { env: { CODER_EMAIL_FROM: "coder@larkspur.example" } },
		severity: "info",
		value: "CODER_NOTIFICATIONS_EMAIL_FROM → CODER_EMAIL_FROM",
		silent: nothing,
	},
	{
		rule: "access-url-password",
		fires: { dashboardUrl: "https://admin:made-up@coder.larkspur.example" },
		severity: "high",
		silent: { dashboardUrl: "https://coder.larkspur.example" },
	},
	{
		rule: "unlicensed-features",
		fires: { features: { scim: { entitlement: "not_entitled", enabled: true } } },
		severity: "warning",
		value: "SCIM",
		silent: {
			features: {
				scim: { entitlement: "not_entitled", enabled: false },
				audit_log: { entitlement: "grace_period", enabled: true },
			},
		},
	},
];

const mailServer = { CODER_EMAIL_SMARTHOST: "mail.larkspur.example:587" };

/** Servers on which one more setting prevents a finding. */
export const prevented: readonly (readonly [rule: string, by: string, server: Server])[] = [
	["database-built-in", "a database in memory", { version: "old", env: { CODER_IN_MEMORY: true } }],
	["database-built-in", "an ephemeral deployment", { env: { CODER_EPHEMERAL: true } }],
	["tokens-not-encrypted", "no other service", nothing],
	["oidc-open-signups", "groups", { env: { ...oidc, CODER_OIDC_ALLOWED_GROUPS: ["staff"] } }],
	["oidc-open-signups", "no sign-ups", { env: { ...oidc, CODER_OIDC_ALLOW_SIGNUPS: false } }],
	["oidc-open-signups", "no identity provider", nothing],
	["email-unencrypted", "forced TLS", { env: { ...mailServer, CODER_EMAIL_FORCE_TLS: true } }],
	[
		"email-unencrypted",
		"a mail server on this machine",
		{ env: { CODER_EMAIL_SMARTHOST: "[::1]:25" } },
	],
	["email-unencrypted", "no mail server", nothing],
	["hsts-over-http", "no maximum age", { env: { ...http, CODER_STRICT_TRANSPORT_SECURITY: 0 } }],
	["pprof-everywhere", "pprof being off", { env: { CODER_PPROF_ADDRESS: "[::]:6060" } }],
	[
		"default-token-lifetime-above-maximum",
		"an equal maximum",
		{
			env: { CODER_MAX_TOKEN_LIFETIME: 3 * dayNs, CODER_DEFAULT_TOKEN_LIFETIME: 3 * dayNs },
		},
	],
	["default-token-lifetime-above-maximum", "a server without a maximum", { version: "ancient" }],
	[
		"ssh-agent-forwarded",
		"another option",
		{ env: { CODER_SSH_CONFIG_OPTIONS: ["SendEnv ForwardAgent"] } },
	],
];
