import type { Setting, SettingSource } from "../config/settings.ts";
import type { JsonValue } from "../json.ts";
import { passwordInUrl, secretValues } from "./secrets.ts";

const hour = 3600e9;

function from(source: SettingSource, values: Readonly<Record<string, JsonValue>>): Setting[] {
	return Object.entries(values).map(([option, value]) => ({ option, value, source }));
}

/**
 * The deployment of an invented organization, Larkspur Robotics: its settings from environment, command line, and YAML
 * file. Options that a version doesn't have are ignored.
 */
export const companySettings: readonly Setting[] = [
	...from("env", {
		CODER_ACCESS_URL: "https://coder.larkspur.example",
		CODER_WILDCARD_ACCESS_URL: "*.apps.larkspur.example",
		CODER_HTTP_ADDRESS: "0.0.0.0:7080",
		CODER_PROMETHEUS_ENABLE: true,
		CODER_PROMETHEUS_ADDRESS: "0.0.0.0:2112",
		CODER_OIDC_CLIENT_ID: "coder-floor",
		CODER_OIDC_EMAIL_DOMAIN: ["larkspur.example", "partners.larkspur.example"],
		CODER_OIDC_ISSUER_URL: "https://id.larkspur.example/realms/robotics",
		CODER_OIDC_SCOPES: ["openid", "profile", "email", "groups", "offline_access"],
		CODER_OIDC_GROUP_FIELD: "groups",
		CODER_OIDC_GROUP_MAPPING: { "robots-firmware": "firmware", "robots-vision": "vision" },
		CODER_OIDC_SIGN_IN_TEXT: "Larkspur badge & <SSO>",
		CODER_TELEMETRY_ENABLE: false,
		CODER_PROVISIONER_DAEMONS: 12,
		CODER_EXPERIMENTS: ["oauth2", "workspace-usage", "MCP-server-HTTP", "multi-organization"],
		CODER_MAX_TOKEN_LIFETIME: 1440 * hour,
		CODER_PROXY_TRUSTED_HEADERS: ["X-Forwarded-For"],
		CODER_PROXY_TRUSTED_ORIGINS: ["10.44.0.0/16"],
		CODER_PG_CONN_MAX_OPEN: 60,
		CODER_NOTIFICATIONS_EMAIL_FROM: "coder@larkspur.example",
		CODER_NOTIFICATIONS_EMAIL_SMARTHOST: "mail.larkspur.example:587",
		CODER_NOTIFICATIONS_EMAIL_AUTH_USERNAME: "coder-mailer",
		CODER_AIBRIDGE_BEDROCK_REGION: "eu-central-1",
		CODER_AI_GATEWAY_PROXY_UPSTREAM: `http://robots:${passwordInUrl}@proxy.larkspur.example:3128`,
		...secretValues,
	}),
	...from("flag", {
		CODER_REDIRECT_TO_ACCESS_URL: true,
		CODER_VERBOSE: true,
		CODER_LOGGING_JSON: "/var/log/coder/server.json",
		CODER_DANGEROUS_ALLOW_PATH_APP_SHARING: true,
		CODER_CACHE_DIRECTORY: "/srv/coder/cache",
		CODER_CONFIG_PATH: "/etc/coder.d/larkspur.yaml",
	}),
	...from("yaml", {
		CODER_TRACE_ENABLE: true,
		CODER_STRICT_TRANSPORT_SECURITY: 31_536_000,
		CODER_STRICT_TRANSPORT_SECURITY_OPTIONS: ["includeSubDomains"],
		CODER_SESSION_DURATION: 10 * hour,
		CODER_DISABLE_PASSWORD_AUTH: true,
		CODER_SSH_CONFIG_OPTIONS: ["ForwardAgent=yes", "ServerAliveInterval 45"],
		CODER_SUPPORT_LINKS: [
			{ name: "Toolsmith on call", target: "https://help.larkspur.example/coder", icon: "chat" },
			{ name: "Handbook", target: "https://handbook.larkspur.example", icon: "docs" },
		],
		CODER_QUIET_HOURS_DEFAULT_SCHEDULE: "CRON_TZ=Europe/Lisbon 0 3 * * *",
		CODER_AUDIT_LOGS_RETENTION: 8760 * hour,
	}),
];

/** Returns the value of "External Auth Providers", which comes from numbered variables and has no source. */
export function externalAuth(level: number): JsonValue {
	const newer = level >= 16;
	return [
		{
			type: "gitlab",
			client_id: "sample-gitlab-client",
			id: "larkspur-gitlab",
			auth_url: "",
			token_url: "",
			validate_url: "",
			...(newer && { revoke_url: "" }),
			app_install_url: "",
			app_installations_url: "",
			no_refresh: false,
			scopes: ["read_user", "write_repository"],
			device_flow: false,
			device_code_url: "",
			...(newer && { mcp_url: "", mcp_tool_allow_regex: "", mcp_tool_deny_regex: "" }),
			regex: "gitlab\\.larkspur\\.example",
			...(newer && { api_base_url: "" }),
			display_name: "Larkspur GitLab",
			display_icon: "/icon/gitlab.svg",
			...(newer && { code_challenge_methods_supported: null }),
		},
	];
}
