import { hasRole, isNarrow } from "../auth/permissions.ts";
import { errorReply, forbidden, resourceNotFound } from "../errors.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import { jsonReply, type Reply } from "../reply.ts";
import { sessionOf, type EndpointCall } from "./endpoint.ts";
import { healthReport } from "./healthReport.ts";

/** How long the server caches a report, in ms. */
const keptMs = 10 * 60_000;

/** Rejects everyone except owners as servers of the version do; returns nothing for owners. */
export function refuseAllButOwners(call: EndpointCall, hides = call.state.version.level < 20) {
	const session = sessionOf(call);
	if (hasRole(session.account, "owner") && !isNarrow(session, call.state.version)) return undefined;
	return hides ? resourceNotFound() : forbidden(call.state.version);
}

/** Handles GET /debug/health: the last run's report, or a new run if that's too old or a run is forced. */
export function health(call: EndpointCall): Reply {
	const refused = refuseAllButOwners(call);
	if (refused) return refused;
	const { state, now, query } = call;
	const forced = query.get("force") === "true" && state.version.level >= 4;
	const last = state.healthRuns.at(-1);
	const isFresh = last !== undefined && now - last.at < keptMs;
	if (forced || !isFresh) {
		// The run opens a WebSocket with the caller's token.
		const { account } = sessionOf(call);
		const accessUrl = state.optionValues().text("CODER_ACCESS_URL");
		state.healthRuns.push({ at: now, by: account.username, accessUrl, forced });
		if (state.conditions.slowHealth) return tookTooLong(state.version.level);
	}
	const report = healthReport(state, state.healthRuns.at(-1)?.at ?? now);
	return { ...jsonReply(200, null), body: JSON.stringify(report, null, "\t") };
}

function tookTooLong(level: number): Reply {
	if (level < 22) return errorReply(404, "Healthcheck is in progress and has no result yet.");
	const detail =
		"Completed: AccessURL (2ms), Database (10ms). Still running: DERP (elapsed: 30005ms)";
	return errorReply(503, "Healthcheck timed out.", level >= 30 ? detail : "");
}

/** Handles GET /debug/health/settings. */
export function healthSettings(call: EndpointCall): Reply {
	const settings: JsonObject = {
		dismissed_healthchecks: [...call.state.conditions.dismissed] as JsonValue[],
	};
	return refuseAllButOwners(call) ?? jsonReply(200, settings);
}
