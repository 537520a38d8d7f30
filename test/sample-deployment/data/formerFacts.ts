import type { OptionFact } from "../config/optionFact.ts";

/** How an option in releases up to v2.15 differed from its current form. */
export interface FormerFact {
	readonly option: string;
	/** Fields that it didn't have. */
	readonly without?: readonly ("default" | "hidden" | "useInstead")[];
	/** Fields with other values. */
	readonly with?: Partial<OptionFact>;
}

const notificationEmailOptions = [
	"FROM",
	"AUTH_IDENTITY",
	"AUTH_USERNAME",
	"AUTH_PASSWORD",
	"AUTH_PASSWORD_FILE",
	"TLS_STARTTLS",
	"TLS_SERVERNAME",
	"TLS_SKIPVERIFY",
	"TLS_CACERTFILE",
	"TLS_CERTFILE",
	"TLS_CERTKEYFILE",
];

/** The differences in releases up to v2.15. */
export const formerFacts: readonly FormerFact[] = [
	{ option: "CODER_DOCS_URL", without: ["default"] },
	{ option: "CODER_JOB_HANG_DETECTOR_INTERVAL", with: { name: "Job Hang Detector Interval" } },
	{ option: "CODER_OIDC_ORGANIZATION_FIELD", without: ["hidden"] },
	{ option: "CODER_OIDC_ORGANIZATION_ASSIGN_DEFAULT", without: ["hidden"] },
	{ option: "CODER_OIDC_ORGANIZATION_MAPPING", without: ["hidden"] },
	{ option: "CODER_SECURE_AUTH_COOKIE", with: { config: "secure_auth_cookie" } },
	{
		option: "CODER_AGENT_FALLBACK_TROUBLESHOOTING_URL",
		with: { default: "https://coder.com/docs/templates/troubleshooting" },
	},
	{ option: "CODER_SSH_HOSTNAME_PREFIX", without: ["hidden", "useInstead"] },
	{ option: "external-auth-providers", with: { empty: null } },
	...notificationEmailOptions.map((name): FormerFact => ({
		option: `CODER_NOTIFICATIONS_EMAIL_${name}`,
		without: ["useInstead"],
	})),
	{
		option: "CODER_NOTIFICATIONS_EMAIL_SMARTHOST",
		without: ["useInstead"],
		with: { type: "hostPort", default: "localhost:587" },
	},
	{
		option: "CODER_NOTIFICATIONS_EMAIL_HELLO",
		without: ["useInstead"],
		with: { default: "localhost" },
	},
	{
		option: "CODER_NOTIFICATIONS_EMAIL_FORCE_TLS",
		without: ["useInstead"],
		with: { default: "false" },
	},
];
