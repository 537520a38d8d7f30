import type { JsonObject } from "../json.ts";

interface Group {
	readonly name: string;
	readonly yaml?: string;
	readonly parent?: string;
	/** In this project's own words. */
	readonly description?: string;
}

/** The option groups by their path of YAML keys. */
const groups = {
	networking: { name: "Networking", yaml: "networking" },
	"networking/http": { parent: "networking", name: "HTTP", yaml: "http" },
	"networking/tls": {
		parent: "networking",
		name: "TLS",
		yaml: "tls",
		description:
			"Certificates and protocol versions for servers that serve HTTPS themselves.\n" +
			"Not needed behind a proxy that terminates TLS.",
	},
	"networking/derp": {
		parent: "networking",
		name: "DERP",
		yaml: "derp",
		description: "Relays for connections that can't be direct.",
	},
	"networking/cluster": {
		parent: "networking",
		name: "Cluster",
		yaml: "cluster",
		description: "How the replicas of a region find each other.",
	},
	introspection: {
		name: "Introspection",
		yaml: "introspection",
		description: "Logs, traces, metrics, and profiles of the server.",
	},
	"introspection/statsCollection": {
		parent: "introspection",
		name: "Stats Collection",
		yaml: "statsCollection",
	},
	"introspection/statsCollection/usageStats": {
		parent: "introspection/statsCollection",
		name: "Usage Stats",
		yaml: "usageStats",
	},
	"introspection/prometheus": { parent: "introspection", name: "Prometheus", yaml: "prometheus" },
	"introspection/pprof": { parent: "introspection", name: "pprof", yaml: "pprof" },
	"introspection/tracing": { parent: "introspection", name: "Tracing", yaml: "tracing" },
	"introspection/logging": { parent: "introspection", name: "Logging", yaml: "logging" },
	"introspection/healthcheck": {
		parent: "introspection",
		name: "Health Check",
		yaml: "healthcheck",
	},
	oauth2: {
		name: "OAuth2",
		yaml: "oauth2",
		description: "Signing in with a GitHub account.",
	},
	"oauth2/github": { parent: "oauth2", name: "GitHub", yaml: "github" },
	oidc: { name: "OIDC", yaml: "oidc" },
	telemetry: {
		name: "Telemetry",
		yaml: "telemetry",
		description: "Usage data that the server reports to Coder.",
	},
	provisioning: {
		name: "Provisioning",
		yaml: "provisioning",
		description: "Daemons that build workspaces, and their timing.",
	},
	dangerous: { name: "⚠️ Dangerous", yaml: "dangerous" },
	config: { name: "Config", description: "Reading the options from a file." },
	client: {
		name: "Client",
		yaml: "client",
		description: "Settings that the server passes on to the CLI, editors, and the dashboard.",
	},
	userQuietHoursSchedule: {
		name: "User Quiet Hours Schedule",
		yaml: "userQuietHoursSchedule",
		description: "Hours during which template policies can stop a user's workspaces.",
	},
	email: { name: "Email", yaml: "email", description: "The mail server for outgoing messages." },
	"email/emailAuth": {
		parent: "email",
		name: "Email Authentication",
		yaml: "emailAuth",
		description: "How the server signs in to the mail server.",
	},
	"email/emailTLS": {
		parent: "email",
		name: "Email TLS",
		yaml: "emailTLS",
		description: "Encryption between this server and the mail server.",
	},
	notifications: {
		name: "Notifications",
		yaml: "notifications",
		description: "Messages to users, and how they're delivered.",
	},
	"notifications/email": {
		parent: "notifications",
		name: "Email",
		yaml: "email",
		description: "Former location of the mail server's options.",
	},
	"notifications/email/emailAuth": {
		parent: "notifications/email",
		name: "Email Authentication",
		yaml: "emailAuth",
		description: "Former location of the mail server's credentials.",
	},
	"notifications/email/emailTLS": {
		parent: "notifications/email",
		name: "Email TLS",
		yaml: "emailTLS",
		description: "Former location of the mail server's encryption.",
	},
	"notifications/webhook": { parent: "notifications", name: "Webhook", yaml: "webhook" },
	"notifications/inbox": { parent: "notifications", name: "Inbox", yaml: "inbox" },
	workspace_prebuilds: {
		name: "Workspace Prebuilds",
		yaml: "workspace_prebuilds",
		description: "Pool of workspaces that are built before they're requested.",
	},
	chat: { name: "Chat", yaml: "chat", description: "The daemon that processes chats." },
	aibridge: { name: "AI Bridge (Deprecated)", yaml: "aibridge" },
	ai_gateway: { name: "AI Gateway", yaml: "ai_gateway" },
	aibridgeproxy: { name: "AI Bridge Proxy (Deprecated)", yaml: "aibridgeproxy" },
	ai_gateway_proxy: { name: "AI Gateway Proxy", yaml: "ai_gateway_proxy" },
	retention: {
		name: "Retention",
		yaml: "retention",
		description: "How long rows are kept in the larger database tables; 0 keeps them forever.",
	},
	templateBuilder: { name: "Template Builder", yaml: "templateBuilder" },
} satisfies Record<string, Group>;

/** Key of a group: the YAML keys from the root, joined with slashes. */
export type GroupId = keyof typeof groups;

/** Returns a group as it appears in an option, with its parents nested in it. */
export function groupJson(id: string): JsonObject {
	const table: Readonly<Record<string, Group>> = groups;
	const group = table[id];
	if (!group) {
		throw new Error(`there is no option group "${id}"`);
	}
	return {
		...(group.parent !== undefined && { parent: groupJson(group.parent) }),
		name: group.name,
		...(group.yaml !== undefined && { yaml: group.yaml }),
		...(group.description !== undefined && { description: group.description }),
	};
}

/** Returns the descriptions of all groups that have one. */
export function groupDescriptions(): string[] {
	const all: readonly Group[] = Object.values(groups);
	return all.map(({ description }) => description).filter((text) => text !== undefined);
}
