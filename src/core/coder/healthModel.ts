/** How bad something is; "unknown" where a server says nothing, or a word that this version doesn't know. */
export type HealthSeverity = "ok" | "warning" | "error" | "unknown";

/** The parts of a health report, in the order of their weight. The names are those of {@link HealthReport.parts}. */
export const healthParts = [
	"accessUrl",
	"database",
	"websocket",
	"derp",
	"provisionerDaemons",
	"workspaceProxy",
] as const;

export type HealthPartId = (typeof healthParts)[number];

/** Whether a text is a code of a health check. */
export function isHealthCode(text: string): boolean {
	return /^E[A-Z]{2,10}\d{0,2}$/.test(text);
}

/** Something that a check found. */
export interface HealthMessage {
	/** Coder's code, such as `EDB02`; missing where the server gives only a text. */
	readonly code?: string;
	/** The server's own words, without credentials. Hosts stay. */
	readonly text: string;
}

/** What one part of the health check found. */
export interface HealthPart {
	readonly severity: HealthSeverity;
	/** An administrator doesn't want to hear of this part. */
	readonly dismissed: boolean;
	/** Errors first, then warnings, each once. */
	readonly messages: readonly HealthMessage[];
}

/** A workspace proxy as the health check sees it. The primary region is none. */
export interface WorkspaceProxy {
	readonly id: string;
	readonly name: string;
	readonly displayName?: string;
	readonly healthy: boolean;
	/** Missing until the proxy started for the first time. */
	readonly version?: string;
	/** `ok`, `unreachable`, `unhealthy`, `unregistered`, or another word of the server. */
	readonly status?: string;
	/** What the check of the proxy found, without credentials. */
	readonly problems: readonly string[];
	/** ms since the epoch */
	readonly checkedAt?: number;
}

/** `GET /debug/health`, as far as it says what is wrong: no logs, no addresses of the server, no pages of others. */
export interface HealthReport {
	/** When the check ran, in ms since the epoch: the server keeps a report for some minutes. */
	readonly time?: number;
	readonly severity: HealthSeverity;
	/** Parts that this version of the server doesn't check are missing. */
	readonly parts: Readonly<Partial<Record<HealthPartId, HealthPart>>>;
	/** Median of five pings, in ms, rounded down. */
	readonly databaseLatencyMs?: number;
	/** From here on the database is reported as slow, in ms. */
	readonly databaseThresholdMs?: number;
	/** Something else than Coder, such as a sign-in page, answered behind the access URL. */
	readonly strangerAnswered: boolean;
	readonly proxies: readonly WorkspaceProxy[];
	/** Daemons that are alive, of all organizations; missing before v2.7. */
	readonly daemons?: readonly HealthDaemon[];
}

/** A provisioner daemon as the health check sees it. */
export interface HealthDaemon {
	readonly id: string;
	readonly name: string;
	readonly version?: string;
	/** ms since the epoch */
	readonly lastSeenAt?: number;
	readonly messages: readonly HealthMessage[];
}

/** `GET /debug/health/settings`: parts that an administrator dismissed. */
export type DismissedParts = readonly HealthPartId[];
