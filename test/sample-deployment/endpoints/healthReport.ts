import type { Trouble } from "../conditions.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import type { SampleState } from "../state.ts";
import { goJsonTime } from "../stats/goTime.ts";
import { daemons, proxies } from "./infrastructureData.ts";

const signInPage = '<html><title>Larkspur sign-in</title><form action="/badge"></form></html>';

interface Part {
	readonly severity?: "ok" | "warning" | "error";
	readonly error?: string;
	readonly warnings?: readonly (readonly [code: string, message: string])[];
}

/** Returns the body of GET /debug/health for a run at `time` (ms since the epoch). */
export function healthReport(state: SampleState, time: number): JsonObject {
	const { level } = state.version;
	const has = (trouble: Trouble): boolean => state.conditions.troubles.includes(trouble);
	const accessUrl = state.optionValues().text("CODER_ACCESS_URL");
	const unreachable = "no connection to 10.44.7.2";
	const access = part(has("accessUrl") && { severity: "error", error: `EACS03: ${unreachable}` });
	const websocket = part(
		has("stranger")
			? { severity: "error", error: "EWS01: handshake answered with 200 instead of 101" }
			: has("accessUrl") && { severity: "error", error: `EWS01: ${unreachable}` },
	);
	const database = part(
		has("database") && { severity: "warning", warnings: [["EDB02", "pings take too long"]] },
	);
	const derpCause = has("derp")
		? "lookup stun.larkspur.example on 10.44.0.53:53: no such host"
		: has("accessUrl")
			? "no connection to 10.44.7.2"
			: undefined;
	const derp = part(derpCause !== undefined && { severity: "error" });
	const proxy = part(
		has("proxy") && {
			severity: "warning",
			warnings: [["EWP04", "porto: no route to host"]],
		},
	);
	const provisioners = part(
		has("noProvisioners")
			? { severity: "error", warnings: [["EPD01", "nobody builds"]] }
			: has("provisioners") && {
					severity: "warning",
					warnings: [["EPD02", "some daemons have another version"]],
				},
	);
	const all = [access, websocket, database, derp, proxy, ...(level >= 7 ? [provisioners] : [])];
	const parts = {
		derp: { ...derp, regions: regions(derpCause), netcheck: null, netcheck_logs: [] },
		access_url: {
			...access,
			access_url: accessUrl,
			reachable: !has("accessUrl"),
			status_code: has("accessUrl") ? 0 : 200,
			healthz_response: has("stranger") ? signInPage : has("accessUrl") ? "" : "OK",
		},
		websocket: {
			...websocket,
			body: has("stranger") ? signInPage : "",
			code: has("stranger") ? 200 : has("accessUrl") ? 0 : 101,
		},
		database: {
			...database,
			reachable: true,
			latency: has("database") ? "62.73ms" : "2.1ms",
			latency_ms: has("database") ? 62 : 2,
			threshold_ms: 15,
		},
		workspace_proxy: {
			...proxy,
			workspace_proxies: { regions: proxies(state, time) },
		},
		...(level >= 7 && {
			provisioner_daemons: { ...withoutHealthy(provisioners), items: items(state, time) },
		}),
	};
	const worst = ["error", "warning"].find((word) => all.some(({ severity }) => severity === word));
	return {
		time: goJsonTime(time, 0, state.stats.offsetMinutes),
		healthy: !all.some(({ severity }) => severity === "error"),
		...(level >= 5 && { severity: worst ?? "ok" }),
		...(level < 12 && { failing_sections: [] }),
		...(level >= 5 ? dismissed(parts, state.conditions.dismissed) : old(parts)),
		coder_version: state.version.version,
	};
}

function part(found: Part | false): JsonObject {
	const { severity = "ok", error, warnings = [] } = found || {};
	return {
		...(error !== undefined && { error }),
		severity,
		warnings: warnings.map(([code, message]) => ({ code, message })),
		dismissed: false,
		healthy: severity !== "error",
	};
}

function withoutHealthy({ healthy: _healthy, ...rest }: JsonObject): JsonObject {
	return rest;
}

const settingNames: Readonly<Record<string, string>> = {
	derp: "DERP",
	access_url: "AccessURL",
	websocket: "Websocket",
	database: "Database",
	workspace_proxy: "WorkspaceProxy",
};

/** Marks dismissed parts. In all releases, dismissing the provisioners doesn't change the report. */
function dismissed(parts: Readonly<Record<string, JsonObject>>, names: readonly string[]) {
	return mapParts(parts, (key, value) => ({
		...value,
		dismissed: names.includes(settingNames[key] ?? ""),
	}));
}

/** Returns a report from before v2.5: there are no severities, and warnings are strings. */
function old(parts: Readonly<Record<string, JsonObject>>): JsonObject {
	return mapParts(parts, (_key, { severity: _severity, dismissed: _dismissed, ...value }) => ({
		...value,
		warnings: (value["warnings"] as JsonObject[]).map(({ message }) => message ?? ""),
	}));
}

function mapParts(
	parts: Readonly<Record<string, JsonObject>>,
	map: (key: string, value: JsonObject) => JsonObject,
): JsonObject {
	return Object.fromEntries(Object.entries(parts).map(([key, value]) => [key, map(key, value)]));
}

function regions(cause: string | undefined): JsonObject {
	const severity = cause === undefined ? "ok" : "error";
	const node = { Name: "999b", RegionID: 999, HostName: "10.44.7.2", STUNPort: -1, DERPPort: 443 };
	return {
		"999": {
			healthy: cause === undefined,
			severity,
			warnings: [],
			region: { EmbeddedRelay: true, RegionID: 999, RegionName: "Larkspur Relay", Nodes: [node] },
			node_reports: [
				{
					healthy: cause === undefined,
					severity,
					warnings: [],
					node,
					can_exchange_messages: cause === undefined,
					round_trip_ping_ms: 1,
					client_logs: [["connecting"]],
					client_errs: [cause === undefined ? ["a first try failed"] : []],
					stun: { Enabled: true, CanSTUN: cause === undefined, Error: cause ?? null },
				},
			],
		},
	};
}

function items(state: SampleState, time: number): JsonValue[] {
	if (state.conditions.troubles.includes("noProvisioners")) return [];
	return daemons(state, time).map(({ daemon, outdated }) => ({
		provisioner_daemon: { ...daemon, key_name: null, status: null, current_job: null },
		warnings: outdated ? [{ code: "EPD02", message: "another version" }] : [],
	}));
}
