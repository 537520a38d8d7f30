/** The severity of a check; "unknown" if the server doesn't report it or uses an unknown word. */
export type HealthSeverity = "ok" | "warning" | "error" | "unknown";

/** The parts of a health report by importance, with the names of {@link HealthReport.parts}. */
export const healthParts = [
	"accessUrl",
	"database",
	"websocket",
	"derp",
	"provisionerDaemons",
	"workspaceProxy",
] as const;

export type HealthPartId = (typeof healthParts)[number];

/** Returns whether a text is a health check's code. */
export function isHealthCode(text: string): boolean {
	return /^E[A-Z]{2,10}\d{0,2}$/.test(text);
}

/** An error or warning of a check. */
export interface HealthMessage {
	/** Coder's code, such as `EDB02`; missing if the server sends only a text. */
	readonly code?: string;
	/** The server's text, without credentials. Hosts are kept. */
	readonly text: string;
}

/** The result of one part of the health check. */
export interface HealthPart {
	readonly severity: HealthSeverity;
	/** An administrator dismissed this part's warnings. */
	readonly dismissed: boolean;
	/** Errors first, then warnings, without duplicates. */
	readonly messages: readonly HealthMessage[];
}

/** A workspace proxy in the health report. Doesn't include the primary region. */
export interface WorkspaceProxy {
	readonly id: string;
	readonly name: string;
	readonly displayName?: string;
	readonly healthy: boolean;
	/** Missing until the proxy has started once. */
	readonly version?: string;
	/** `ok`, `unreachable`, `unhealthy`, `unregistered`, or another word from the server. */
	readonly status?: string;
	/** The proxy's problems, without credentials. */
	readonly problems: readonly string[];
	/** ms since the epoch */
	readonly checkedAt?: number;
}

/** The problems in `GET /debug/health`: no logs, no server addresses, no content of other pages. */
export interface HealthReport {
	/** When the check ran, in ms since the epoch. The server caches a report for a few minutes. */
	readonly time?: number;
	readonly severity: HealthSeverity;
	/** Parts that this server version doesn't check are missing. */
	readonly parts: Readonly<Partial<Record<HealthPartId, HealthPart>>>;
	/** Median of five pings, in ms, rounded down. */
	readonly databaseLatencyMs?: number;
	/** Above this latency, the database is reported as slow, in ms. */
	readonly databaseThresholdMs?: number;
	/** The access URL leads to something other than Coder, such as a sign-in page. */
	readonly strangerAnswered: boolean;
	readonly proxies: readonly WorkspaceProxy[];
	/** Connected daemons of all organizations; missing before v2.7. */
	readonly daemons?: readonly HealthDaemon[];
}

/** A provisioner daemon in the health report. */
export interface HealthDaemon {
	readonly id: string;
	readonly name: string;
	readonly version?: string;
	/** ms since the epoch */
	readonly lastSeenAt?: number;
	readonly messages: readonly HealthMessage[];
}

/** `GET /debug/health/settings`: parts dismissed by an administrator. */
export type DismissedParts = readonly HealthPartId[];
