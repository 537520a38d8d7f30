import { hasRole, isNarrow } from "../auth/permissions.ts";
import type { LicenseState } from "../conditions.ts";
import { routeNotFound } from "../errors.ts";
import type { JsonObject } from "../json.ts";
import { jsonReply, type Reply } from "../reply.ts";
import { goJsonTime } from "../stats/goTime.ts";
import { sessionOf, type EndpointCall } from "./endpoint.ts";

const dayMs = 86_400_000;

/** When the license ends, in days from the start of the deployment. */
const endsInDays: Readonly<Partial<Record<LicenseState, number>>> = {
	valid: 200,
	ending: 10,
	grace: -3,
	trial: 20,
	broken: 200,
};

const included = [
	"access_control",
	"appearance",
	"audit_log",
	"high_availability",
	"workspace_proxy",
];
const others = ["browser_only", "scim"];

/** Handles GET /entitlements, which requires no token. */
export function entitlements({ state, now }: EndpointCall): Reply {
	const { license } = state.conditions;
	if (license === "agpl") return routeNotFound();
	const works = license !== "none" && license !== "broken";
	const entitlement = !works ? "not_entitled" : license === "grace" ? "grace_period" : "entitled";
	const features: JsonObject = {};
	for (const name of included) features[name] = { entitlement, enabled: works };
	for (const name of others) features[name] = { entitlement: "not_entitled", enabled: false };
	// The organization's keys turn it on, with or without a license; the ending license doesn't include it.
	features["external_token_encryption"] = {
		entitlement: license === "ending" ? "not_entitled" : entitlement,
		enabled: true,
	};
	features["user_limit"] = {
		entitlement,
		enabled: works,
		...(works && { limit: 100 }),
		actual: license === "ending" ? 96 : 61,
	};
	return jsonReply(200, {
		features,
		warnings: license === "ending" || license === "grace" ? ["The sample's license ends."] : [],
		errors: license === "broken" ? ["The sample's license can't be read."] : [],
		has_license: works,
		trial: license === "trial",
		require_telemetry: false,
		refreshed_at: goJsonTime(now, 0, state.stats.offsetMinutes),
	});
}

/** Handles GET /licenses: an empty list for everyone except owners. */
export function licenses(call: EndpointCall): Reply {
	const { state } = call;
	const session = sessionOf(call);
	const { license } = state.conditions;
	if (license === "agpl") return routeNotFound();
	const days = endsInDays[license];
	const none = state.version.level < 16 ? null : [];
	if (!hasRole(session.account, "owner") || isNarrow(session, state.version) || days === undefined)
		return jsonReply(200, none);
	const ends = Math.floor((state.startedAt + days * dayMs) / 1000);
	return jsonReply(200, [
		{
			id: 1,
			uuid: "5e1ec7ed-0b07-4a5a-9c0d-1a2b5b0b0400",
			uploaded_at: goJsonTime(state.startedAt - 100 * dayMs, 0, 0),
			claims: {
				account_id: "sample-account-EXAMPLE",
				deployment_ids: [],
				feature_set: "premium",
				features: { user_limit: 100 },
				iat: ends - 365 * 86_400,
				nbf: ends - 365 * 86_400,
				license_expires: ends,
				exp: ends + 30 * 86_400,
				jti: "5e1ec7ed-0b07-4a5a-9c0d-1a2b5b0b0401",
				trial: license === "trial",
				version: 3,
			},
		},
	]);
}
