import { hasRole, isNarrow } from "../auth/permissions.ts";
import type { SessionKey } from "../auth/tokenStore.ts";
import type { JsonObject } from "../json.ts";
import { jsonReply, type Reply } from "../reply.ts";
import type { SampleState } from "../state.ts";
import { goJsonTime } from "../stats/goTime.ts";
import { sessionOf, type EndpointCall } from "./endpoint.ts";

/** Returns the ID of the organization with an index; the first is the default one. */
function idOf(index: number): string {
	return `0a6a6a6a-0000-4000-8000-1a2b5b0b07${String(15 + index)}`;
}

/** Returns the index of the organization in a path; -1 if it doesn't exist. */
export function organizationIndex(state: SampleState, part: string | undefined): number {
	if (part === "default") return 0;
	return state.conditions.organizations.findIndex((_name, index) => idOf(index) === part);
}

/** Returns whether a session can read the provisioners of the organization with an index. */
export function mayReadProvisioners(session: SessionKey, state: SampleState, index: number) {
	if (isNarrow(session, state.version)) return false;
	const { organizations, memberAdministers } = state.conditions;
	const { account } = session;
	if (hasRole(account, "owner")) return true;
	return account.roles.length === 0 && memberAdministers.includes(organizations[index] ?? "");
}

/** Answers POST /authcheck about provisioners, of one organization or of any. */
export function provisionersAllowed(session: SessionKey, state: SampleState, object: JsonObject) {
	const { organization_id: id } = object;
	const indexes =
		typeof id === "string"
			? [organizationIndex(state, id)]
			: state.conditions.organizations.map((_name, index) => index);
	return indexes.some((index) => mayReadProvisioners(session, state, index));
}

/** Handles GET /organizations: all of the sample's organizations, of which everyone is a member. */
export function organizations(call: EndpointCall): Reply {
	const { state } = call;
	if (isNarrow(sessionOf(call), state.version)) return jsonReply(200, []);
	const at = goJsonTime(state.startedAt, 0, 0);
	return jsonReply(
		200,
		state.conditions.organizations.map((name, index) => ({
			id: idOf(index),
			name: name.toLowerCase(),
			display_name: name,
			icon: "",
			description: "",
			created_at: at,
			updated_at: at,
			is_default: index === 0,
		})),
	);
}
