import type { SessionKey } from "../auth/tokenStore.ts";
import type { Reply } from "../reply.ts";
import type { SampleState } from "../state.ts";
import type { EndpointId } from "./endpointId.ts";

/** What a handler gets to see of a request that was let through to it. */
export interface EndpointCall {
	readonly state: SampleState;
	/** Milliseconds since the epoch. */
	readonly now: number;
	readonly query: URLSearchParams;
	/** The request's body, whole. */
	readonly body: Buffer;
	/** Variable parts of the path, in order. */
	readonly parts: readonly string[];
	/** The caller's session; undefined where the endpoint needs none. */
	readonly session: SessionKey | undefined;
}

/** One endpoint of the API. */
export interface Endpoint {
	readonly id: EndpointId;
	readonly method: "GET" | "POST";
	/** Path below /api/v2; each group is a variable part. */
	readonly path: RegExp;
	/** "session" asks for a valid token, "deploymentRead" also for a role that may read the deployment. */
	readonly needs: "nothing" | "session" | "deploymentRead";
	/** Also takes tokens of workspace agents, and says so to those who have neither. */
	readonly takesAgents?: true;
	/** First minor release of 2.x that has it. */
	readonly since?: number;
	/** Answers a call. */
	handle(call: EndpointCall): Reply;
}

/** The session of a call to an endpoint that needs one. */
export function sessionOf(call: EndpointCall): SessionKey {
	if (!call.session) {
		throw new Error("the endpoint was called without a session");
	}
	return call.session;
}
