/**
 * Coder's option groups in the order of its source code, sub-groups after top-level groups. Servers send options sorted
 * by name, so the first group would be "AI Bridge (Deprecated)". The order of the source is the order of Coder's
 * documentation and begins with what users look for. Only groups are reordered: within a group, the server's order by
 * name is easy to scan and requires no table of options.
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

/** Returns the position of a group: known groups in declared order, then unknown ones, then deprecated ones. */
export function groupRank(name: string): number {
	if (isDeprecatedGroup(name)) return declared.length + 1;
	return ranks.get(name) ?? declared.length;
}

/** Returns true for a group that is deprecated as a whole, according to its name. */
export function isDeprecatedGroup(name: string): boolean {
	return /\(deprecated\)/i.test(name);
}
