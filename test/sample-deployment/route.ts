import type { Endpoint } from "./endpoints/endpoint.ts";
import type { EndpointId } from "./endpoints/endpointId.ts";
import { endpoints } from "./endpoints/endpoints.ts";

/** What a request's path and method lead to. */
export interface Route {
	readonly id: EndpointId;
	/** Set for the API's endpoints. */
	readonly endpoint?: Endpoint;
	readonly parts: readonly string[];
	/** The method that the path knows, where it was asked with another. */
	readonly allowed?: string;
	/** True for paths of the API's second version, which count against its rate limit. */
	readonly belowV2?: true;
	/** True if the path lies beside the base path that the deployment lives under. */
	readonly outside?: true;
}

/**
 * Finds the route of a path without its query. Doubled slashes count as one; paths that newer
 * releases than 2.`level` introduced are unknown.
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
