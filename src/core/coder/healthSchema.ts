import * as z from "zod/mini";
import { omitUndefined } from "../base/omitUndefined.ts";
import {
	isHealthCode,
	type HealthMessage,
	type HealthPart,
	type HealthPartId,
	type HealthReport,
	type HealthSeverity,
} from "./healthModel.ts";
import { list, maybe, message, name, optionalTime, shortMessage } from "./schemaTypes.ts";
import { derpCauses, wireDerpRegions } from "./derpSchema.ts";

/** Further messages of a part or daemon are omitted, because each is a row. */
const mostMessages = 20;

const severities: readonly string[] = ["ok", "warning", "error"];

/** Converts a severity. Before v2.5, it is a boolean. Unknown words become "unknown". */
function toSeverity(severity: unknown, healthy: boolean | null | undefined): HealthSeverity {
	if (typeof severity === "string" && severities.includes(severity))
		return severity as HealthSeverity;
	if (severity !== undefined && severity !== null) return "unknown";
	if (healthy === undefined || healthy === null) return "unknown";
	return healthy ? "ok" : "error";
}

/** Strings before v2.5, objects since. */
const wireMessage = z.pipe(
	z.union([z.string(), z.object({ code: maybe(name), message: maybe(z.string()) })]),
	z.transform((answered): HealthMessage => {
		if (typeof answered === "string") return readMessage(answered);
		return omitUndefined({
			code: answered.code || undefined,
			text: shortMessage(answered.message ?? ""),
		});
	}),
);

/** Parses `CODE: text`, the format of errors. */
function readMessage(text: string): HealthMessage {
	const end = text.indexOf(": ");
	const code = text.slice(0, Math.max(0, end));
	return isHealthCode(code)
		? { code, text: shortMessage(text.slice(end + 2)) }
		: { text: shortMessage(text) };
}

const wirePart = z.object({
	severity: maybe(z.unknown()),
	healthy: maybe(z.boolean()),
	error: maybe(z.string()),
	warnings: maybe(z.array(wireMessage)),
	dismissed: maybe(z.boolean()),
});

type WirePart = z.output<typeof wirePart>;

function toPart(answered: WirePart, more: readonly HealthMessage[] = []): HealthPart {
	const errors = (answered.error ?? "").split("\n").filter((line) => line.trim() !== "");
	return {
		severity: toSeverity(answered.severity, answered.healthy),
		dismissed: answered.dismissed ?? false,
		messages: distinct([...errors.map(readMessage), ...(answered.warnings ?? []), ...more]),
	};
}

/** Removes duplicate messages: nodes, regions, and daemons repeat those of their part. */
function distinct(messages: readonly HealthMessage[]): HealthMessage[] {
	const byText = new Map(messages.map((one) => [JSON.stringify([one.code, one.text]), one]));
	return [...byText.values()].slice(0, mostMessages);
}

const proxy = z.pipe(
	z.object({
		id: name,
		name: maybe(name),
		display_name: maybe(name),
		healthy: maybe(z.boolean()),
		version: maybe(name),
		deleted: maybe(z.boolean()),
		status: maybe(
			z.object({
				status: maybe(name),
				report: maybe(
					z.object({ errors: maybe(z.array(message)), warnings: maybe(z.array(message)) }),
				),
				checked_at: maybe(optionalTime),
			}),
		),
	}),
	z.transform(({ id, name: own, status, ...answered }) => ({
		deleted: answered.deleted ?? false,
		primary: own === "primary",
		proxy: omitUndefined({
			id,
			name: own ?? id,
			displayName: answered.display_name || undefined,
			healthy: answered.healthy ?? false,
			version: answered.version || undefined,
			status: status?.status || undefined,
			problems: [...(status?.report?.errors ?? []), ...(status?.report?.warnings ?? [])],
			checkedAt: status?.checked_at,
		}),
	})),
);

const daemon = z.pipe(
	z.object({
		provisioner_daemon: z.object({
			id: name,
			name: maybe(name),
			version: maybe(name),
			last_seen_at: maybe(optionalTime),
		}),
		warnings: maybe(z.array(wireMessage)),
	}),
	z.transform(({ provisioner_daemon: answered, warnings }) =>
		omitUndefined({
			id: answered.id,
			name: answered.name || answered.id,
			version: answered.version || undefined,
			lastSeenAt: answered.last_seen_at,
			messages: distinct(warnings ?? []),
		}),
	),
);

/** `GET /debug/health`. From Coder's server source, v2.3 to 2026-08, and responses of real servers. */
export const health = z.pipe(
	z
		.object({
			time: maybe(optionalTime),
			severity: maybe(z.unknown()),
			healthy: maybe(z.boolean()),
			access_url: maybe(z.extend(wirePart, { healthz_response: maybe(z.string()) })),
			database: maybe(
				z.extend(wirePart, { latency_ms: maybe(z.number()), threshold_ms: maybe(z.number()) }),
			),
			websocket: maybe(z.extend(wirePart, { code: maybe(z.number()), body: maybe(z.string()) })),
			derp: maybe(z.extend(wirePart, { regions: maybe(wireDerpRegions) })),
			workspace_proxy: maybe(
				z.extend(wirePart, { workspace_proxies: maybe(z.object({ regions: list(proxy) })) }),
			),
			provisioner_daemons: maybe(z.extend(wirePart, { items: maybe(z.array(daemon)) })),
		})
		.check(
			z.refine((answered) => answered.access_url ?? answered.database ?? answered.derp ?? false),
		),
	z.transform((answered): HealthReport => {
		const { derp, database, websocket, access_url: access } = answered;
		const parts: readonly (readonly [HealthPartId, HealthPart | undefined | null])[] = [
			["accessUrl", access && toPart(access)],
			["database", database && toPart(database)],
			["websocket", websocket && toPart(websocket)],
			["derp", derp && toPart(derp, derpCauses(derp.regions ?? {}))],
			["workspaceProxy", answered.workspace_proxy && toPart(answered.workspace_proxy)],
			["provisionerDaemons", answered.provisioner_daemons && toPart(answered.provisioner_daemons)],
		];
		const regions = answered.workspace_proxy?.workspace_proxies?.regions ?? [];
		return omitUndefined({
			time: answered.time,
			severity: toSeverity(answered.severity, answered.healthy),
			parts: Object.fromEntries(parts.filter(([, part]) => part)),
			databaseLatencyMs: database?.latency_ms,
			databaseThresholdMs: database?.threshold_ms,
			strangerAnswered:
				isPage(access?.healthz_response) || (websocket?.code === 200 && isPage(websocket.body)),
			proxies: regions.filter((one) => !one.deleted && !one.primary).map((one) => one.proxy),
			daemons: answered.provisioner_daemons
				? (answered.provisioner_daemons.items ?? [])
				: undefined,
		});
	}),
);

/**
 * Whether a body is another site's page, such as a sign-in page, which passes as a working access URL. Coder responds
 * with "OK".
 */
function isPage(body: string | null | undefined): boolean {
	return body?.trimStart().startsWith("<") ?? false;
}

const dismissable: Readonly<Record<string, HealthPartId>> = {
	DERP: "derp",
	AccessURL: "accessUrl",
	Websocket: "websocket",
	Database: "database",
	WorkspaceProxy: "workspaceProxy",
	ProvisionerDaemons: "provisionerDaemons",
};

/** `GET /debug/health/settings`; unknown names are omitted. */
export const healthSettings = z.pipe(
	z.object({ dismissed_healthchecks: list(name) }),
	z.transform((answered): HealthPartId[] =>
		answered.dismissed_healthchecks.flatMap((one) =>
			Object.hasOwn(dismissable, one) ? (dismissable[one] ?? []) : [],
		),
	),
);
