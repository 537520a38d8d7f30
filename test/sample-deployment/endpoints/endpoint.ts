import type { SessionKey } from "../auth/tokenStore.ts";
import type { Reply } from "../reply.ts";
import type { SampleState } from "../state.ts";
import type { EndpointId } from "./endpointId.ts";

/** The data of a request that reaches a handler. */
export interface EndpointCall {
	readonly state: SampleState;
	/** Milliseconds since the epoch. */
	readonly now: number;
	readonly query: URLSearchParams;
	/** The request's whole body. */
	readonly body: Buffer;
	/** Variable parts of the path, in order. */
	readonly parts: readonly string[];
	/** The caller's session; undefined if the endpoint requires none. */
	readonly session: SessionKey | undefined;
}

/** An endpoint of the API. */
export interface Endpoint {
	readonly id: EndpointId;
	readonly method: "GET" | "POST";
	/** Path below /api/v2; each group is a variable part. */
	readonly path: RegExp;
	/** "session" requires a valid token, "deploymentRead" also a role that can read the deployment. */
	readonly needs: "nothing" | "session" | "deploymentRead";
	/** Accepts workspace agents' tokens, too, and says so if there's neither token. */
	readonly takesAgents?: true;
	/** First minor release of 2.x that has it. */
	readonly since?: number;
	/** Answers a call. */
	handle(call: EndpointCall): Reply;
}

/** Returns the session of a call to an endpoint that requires one. */
export function sessionOf(call: EndpointCall): SessionKey {
	if (!call.session) {
		throw new Error("the endpoint was called without a session");
	}
	return call.session;
}
