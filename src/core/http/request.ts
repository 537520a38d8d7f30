import { organizationPlace, type Endpoint } from "../coder/endpoints.ts";
import type { NetworkOptions } from "./settings/networkOptions.ts";
import type { TransportRequest } from "./transport.ts";

/** 16 MiB, in bytes: eighty times the largest response of current servers, and harmless for the editor. */
export const maxAnswerBytes = 16 * 1024 * 1024;

/** The parts of a request. */
export interface RequestParts {
	readonly endpoint: Endpoint;
	/** The deployment's base URL. */
	readonly url: string;
	/** `undefined` for requests that don't require one. */
	readonly token: string | undefined;
	readonly userAgent: string;
	readonly network: NetworkOptions;
	/** JSON. */
	readonly body: string | undefined;
	readonly signal: AbortSignal | undefined;
	/** The server should compute the answer again. */
	readonly force?: boolean;
	/** The organization to request. */
	readonly organization?: string | undefined;
}

/** Builds a request. Headers from the settings can't replace the ones that the API requires. */
export function buildRequest(parts: RequestParts): TransportRequest {
	const { endpoint, token, network, body, signal } = parts;
	const path = endpoint.path
		.replace("{keyId}", encodeURIComponent(keyId(token)))
		.replace(organizationPlace, encodeURIComponent(parts.organization ?? "default"));
	const force = parts.force ? (endpoint.force ?? "") : "";
	return {
		method: endpoint.method,
		url: new URL(`${parts.url}/api/v2${path}${force}`).href,
		headers: {
			Accept: "application/json",
			...userAgent(parts.userAgent, network),
			...network.headers,
			...(body === undefined ? {} : { "Content-Type": "application/json" }),
			...(token ? { "Coder-Session-Token": token } : {}),
		},
		...(body === undefined ? {} : { body }),
		// A POST to an endpoint with an answer is a query.
		...(endpoint.body ? { repeatable: true } : {}),
		timeoutMs: network.timeoutMs ?? endpoint.timeoutMs,
		maxBytes: maxAnswerBytes,
		network,
		...(signal ? { signal } : {}),
	};
}

/** Returns our name, unless the settings override it. */
function userAgent(name: string, { headers }: NetworkOptions): Record<string, string> {
	const named = Object.keys(headers).some((header) => header.toLowerCase() === "user-agent");
	return named ? {} : { "User-Agent": name };
}

/** Returns the first part of a token, which is its key's ID and isn't secret; `-` for a text that isn't a token. */
function keyId(token: string | undefined): string {
	return /^([A-Za-z0-9]{10})-/.exec(token ?? "")?.[1] ?? "-";
}
