/**
 * The names of Coder's option groups in the order in which its source declares them, sub-groups after those above
 * them. Servers send options sorted by name, so that their first group would be "AI Bridge (Deprecated)"; the order of
 * the declaration is that of Coder's documentation, and begins with what people look for. Only groups are put in
 * order: within a group the server's order by name is what people can search by eye, and needs no table of options.
 */
const declared: readonly string[] = [
	"Networking",
	"HTTP",
	"TLS",
	"DERP",
	"Cluster",
	"Introspection",
	"Stats Collection",
	"Usage Stats",
	"Prometheus",
	"pprof",
	"Tracing",
	"Logging",
	"Health Check",
	"OAuth2",
	"GitHub",
	"OIDC",
	"Telemetry",
	"Provisioning",
	"⚠️ Dangerous",
	"Config",
	"Client",
	"User Quiet Hours Schedule",
	"Email",
	"Email Authentication",
	"Email TLS",
	"Notifications",
	"Webhook",
	"Inbox",
	"Workspace Prebuilds",
	"Chat",
	"AIBridge",
	"AI Bridge",
	"AI Gateway",
	"AI Bridge Proxy",
	"AI Gateway Proxy",
	"Retention",
	"Template Builder",
];

const ranks = new Map(declared.map((name, index) => [name, index]));

/** Where a group stands: known ones as declared, then unknown ones, then those that are deprecated as a whole. */
export function groupRank(name: string): number {
	if (isDeprecatedGroup(name)) return declared.length + 1;
	return ranks.get(name) ?? declared.length;
}

/** True for a group whose name says that all in it is deprecated. */
export function isDeprecatedGroup(name: string): boolean {
	return /\(deprecated\)/i.test(name);
}
