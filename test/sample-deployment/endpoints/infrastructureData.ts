import type { JsonObject, JsonValue } from "../json.ts";
import type { SampleState } from "../state.ts";
import { goJsonTime } from "../stats/goTime.ts";

const primaryId = "5e1ec7ed-0b07-4a5a-9c0d-1a2b5b0b0001";
const proxyId = "5e1ec7ed-0b07-4a5a-9c0d-1a2b5b0b0002";
const organizationId = "0a6a6a6a-0000-4000-8000-1a2b5b0b0715";

/** Returns a region as members see it. */
export function regionsFor(state: SampleState): JsonObject[] {
	const url = state.optionValues().text("CODER_ACCESS_URL");
	const down = state.conditions.troubles.includes("proxy");
	return [
		{
			id: primaryId,
			name: "primary",
			display_name: "Lisbon",
			icon_url: "/emojis/1f3e1.png",
			healthy: true,
			path_app_url: url,
			wildcard_hostname: "*.apps.larkspur.example",
		},
		{
			id: proxyId,
			name: "porto",
			display_name: "Porto workshop",
			icon_url: "/emojis/1f6e0.png",
			healthy: !down,
			path_app_url: "https://porto.larkspur.example",
			wildcard_hostname: "*.porto.apps.larkspur.example",
		},
	];
}

/** Returns the regions with their state in the health check. */
export function proxies(state: SampleState, time: number): JsonValue[] {
	const down = state.conditions.troubles.includes("proxy");
	const at = goJsonTime(time, 0, 0);
	return regionsFor(state).map((region) => {
		const primary = region["name"] === "primary";
		const bad = down && !primary;
		return {
			...region,
			derp_enabled: true,
			derp_only: false,
			status: {
				status: bad ? "unreachable" : "ok",
				report: { errors: bad ? ["no route to host"] : [], warnings: [] },
				checked_at: at,
			},
			created_at: at,
			updated_at: at,
			deleted: false,
			version: primary ? "" : state.version.version,
		};
	});
}

/** Returns the provisioner daemons; with the problem "provisioners", the second has another version. */
export function daemons(state: SampleState, time: number) {
	const { troubles, waitingJobs } = state.conditions;
	const { level, version, provisionerApi } = state.version;
	return ["bench-1", "bench-2", "bench-3"].map((name, index) => {
		const outdated = troubles.includes("provisioners") && index === 1;
		const daemon: JsonObject = {
			id: `5e1ec7ed-0b07-4a5a-9c0d-1a2b5b0b01${String(index).padStart(2, "0")}`,
			organization_id: organizationId,
			...(level >= 16 && { key_id: "00000000-0000-0000-0000-000000000001" }),
			created_at: goJsonTime(state.startedAt, 0, 0),
			last_seen_at: goJsonTime(time - 20_000, 0, 0),
			name,
			version: outdated ? "v2.14.2+1fd6d84" : version,
			api_version: provisionerApi || "1.0",
			provisioners: ["terraform"],
			tags: { owner: "", scope: "organization" },
			...(level >= 19 && {
				key_name: "built-in",
				status: waitingJobs > 0 ? "busy" : "idle",
				current_job: null,
				previous_job: null,
			}),
		};
		return { daemon, outdated };
	});
}

/**
 * Returns the daemons of the organization with an index: the default one has the bench's, and every other has its own.
 */
export function daemonsOf(state: SampleState, time: number, index: number): JsonObject[] {
	const all = daemons(state, time).map(({ daemon }) => daemon);
	const [first] = all;
	if (index === 0 || !first) return all;
	const number = String(index).padStart(2, "0");
	return [{ ...first, id: `5e1ec7ed-0b07-4a5a-9c0d-1a2b5b0b03${number}`, name: `forge-${index}` }];
}

/** Returns the deployment's servers; with the problem, the second can't reach the first. */
export function replicasOf(state: SampleState): JsonObject[] {
	const apart = state.conditions.replicas === "apart";
	return ["lathe-a", "lathe-b"].map((hostname, index) => ({
		id: `5e1ec7ed-0b07-4a5a-9c0d-1a2b5b0b02${String(index).padStart(2, "0")}`,
		hostname,
		created_at: goJsonTime(state.startedAt - 3 * 86_400_000, 0, 0),
		relay_address: `http://10.44.7.${index + 2}:7080`,
		region_id: 999,
		error: apart && index === 1 ? "ping of lathe-a failed: connection refused" : "",
		database_latency: 1800 + index * 400,
	}));
}
