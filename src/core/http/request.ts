import { organizationPlace, type Endpoint } from "../coder/endpoints.ts";
import type { NetworkOptions } from "./settings/networkOptions.ts";
import type { TransportRequest } from "./transport.ts";

/** 16 MiB, in bytes: eighty times the largest answer of today's servers, and no danger to the editor. */
export const maxAnswerBytes = 16 * 1024 * 1024;

/** What a request is made of. */
export interface RequestParts {
	readonly endpoint: Endpoint;
	/** The deployment's base URL. */
	readonly url: string;
	/** `undefined` for requests that need none. */
	readonly token: string | undefined;
	readonly userAgent: string;
	readonly network: NetworkOptions;
	/** JSON. */
	readonly body: string | undefined;
	readonly signal: AbortSignal | undefined;
	/** The server is to work the answer out anew. */
	readonly anew?: boolean;
	/** The organization that is asked about. */
	readonly organization?: string | undefined;
}

/** Puts a request together. The settings' headers cannot replace those that the API needs. */
export function buildRequest(parts: RequestParts): TransportRequest {
	const { endpoint, token, network, body, signal } = parts;
	const path = endpoint.path
		.replace("{keyId}", encodeURIComponent(keyId(token)))
		.replace(organizationPlace, encodeURIComponent(parts.organization ?? "default"));
	const anew = parts.anew ? (endpoint.anew ?? "") : "";
	return {
		method: endpoint.method,
		url: new URL(`${parts.url}/api/v2${path}${anew}`).href,
		headers: {
			Accept: "application/json",
			...userAgent(parts.userAgent, network),
			...network.headers,
			...(body === undefined ? {} : { "Content-Type": "application/json" }),
			...(token ? { "Coder-Session-Token": token } : {}),
		},
		...(body === undefined ? {} : { body }),
		// What is posted to an endpoint that answers something is a question.
		...(endpoint.body ? { repeatable: true } : {}),
		timeoutMs: network.timeoutMs ?? endpoint.timeoutMs,
		maxBytes: maxAnswerBytes,
		network,
		...(signal ? { signal } : {}),
	};
}

/** Our name, unless the settings give requests another. */
function userAgent(name: string, { headers }: NetworkOptions): Record<string, string> {
	const named = Object.keys(headers).some((header) => header.toLowerCase() === "user-agent");
	return named ? {} : { "User-Agent": name };
}

/** The first part of a token is the id of its key and no secret. Of texts that are no tokens nothing is told. */
function keyId(token: string | undefined): string {
	return /^([A-Za-z0-9]{10})-/.exec(token ?? "")?.[1] ?? "-";
}
