import type { Endpoint } from "./endpoints/endpoint.ts";
import type { EndpointId } from "./endpoints/endpointId.ts";
import { endpoints } from "./endpoints/endpoints.ts";

/** The target of a request's path and method. */
export interface Route {
	readonly id: EndpointId;
	/** Set for endpoints of the API. */
	readonly endpoint?: Endpoint;
	readonly parts: readonly string[];
	/** The method that the path supports, if the request has another. */
	readonly allowed?: string;
	/** Whether the path belongs to the API's second version, whose rate limit applies. */
	readonly belowV2?: true;
	/** Whether the path is outside the deployment's base path. */
	readonly outside?: true;
}

/**
 * Finds the route of a path without its query. Double slashes are merged; paths that releases after 2.`level`
 * introduced are unknown.
 */
export function findRoute(method: string, path: string, basePath: string, level: number): Route {
	const folded = path.replace(/\/{2,}/g, "/");
	if (basePath && folded !== basePath && !folded.startsWith(`${basePath}/`)) {
		return { id: "dashboard", parts: [], outside: true };
	}
	const local = folded.slice(basePath.length) || "/";
	if (local === "/cli-auth") {
		return { id: "cliAuth", parts: [] };
	}
	if (local !== "/api" && !local.startsWith("/api/")) {
		return { id: "dashboard", parts: [] };
	}
	const unknown: Route = { id: "unknownApi", parts: [] };
	const below = /^\/api\/v2(\/.*)?$/.exec(local);
	return below
		? (findEndpoint(method, below[1] ?? "", level) ?? { ...unknown, belowV2: true })
		: unknown;
}

function findEndpoint(method: string, path: string, level: number): Route | undefined {
	let otherMethod: Route | undefined;
	for (const endpoint of endpoints) {
		const match = (endpoint.since ?? 0) <= level && endpoint.path.exec(path);
		if (match && endpoint.method === method) {
			return { id: endpoint.id, endpoint, parts: match.slice(1) };
		}
		if (match) {
			otherMethod = { id: endpoint.id, parts: [], allowed: endpoint.method };
		}
	}
	return otherMethod;
}
