import type { DeploymentOption } from "./model.ts";

const docs = "https://coder.com/docs";

/** Pages of Coder's documentation that findings link to. All exist in its source of 2025 and 2026. */
export const pages = {
	security: `${docs}/tutorials/best-practices/security-best-practices`,
	pathApps: `${docs}/tutorials/best-practices/security-best-practices#disable-path-based-apps`,
	setup: `${docs}/admin/setup`,
	database: `${docs}/admin/setup#postgresql-database`,
	wildcard: `${docs}/admin/networking/wildcard-access-url`,
	stun: `${docs}/admin/networking/stun`,
	tokens: `${docs}/admin/users/sessions-tokens`,
	oidc: `${docs}/admin/users/oidc-auth`,
	github: `${docs}/admin/users/github-auth`,
	telemetry: `${docs}/admin/setup/telemetry`,
	retention: `${docs}/admin/setup/data-retention`,
	health: `${docs}/admin/monitoring/health-check`,
	notifications: `${docs}/admin/monitoring/notifications`,
	prometheus: `${docs}/admin/integrations/prometheus`,
	encryption: `${docs}/admin/security/database-encryption`,
	provisioners: `${docs}/admin/provisioners#scoped-key-recommended`,
	aiProxy: `${docs}/ai-coder/ai-gateway/ai-gateway-proxy/setup`,
} as const;

/** Returns an option's anchor in the reference of `coder server`, which omits hidden options. */
export function referenceOf({
	flag,
	flagShorthand,
	hidden,
}: Pick<DeploymentOption, "flag" | "flagShorthand" | "hidden">): string {
	const page = `${docs}/reference/cli/server`;
	// A server's flag may be anything; the page only has anchors for valid flags.
	const hasPlace = flag !== undefined && /^[\w-]+$/.test(flag) && !flagShorthand && !hidden;
	return hasPlace ? `${page}#--${flag}` : page;
}
