import type { JsonObject } from "../base/json.ts";
import type { PermissionName } from "./infrastructureModel.ts";
import type { EndpointId } from "./model.ts";

/** The placeholder for the organization in a path. */
export const organizationPlace = "{organization}";

/** The properties of a route that are known before it's requested. From Coder's server source, v2.0 to 2026-08. */
export interface Endpoint {
	readonly method: "GET" | "POST";
	/**
	 * Below `<deployment>/api/v2`. `{keyId}` is the first part of the session token, which isn't secret, and
	 * `{organization}` each organization in which the account has permission.
	 */
	readonly path: string;
	/** Whether the route requires the session token, which is only sent then. */
	readonly auth: boolean;
	/** The timeout, in ms. */
	readonly timeoutMs: number;
	/** How long an answer is fresh, in ms. Statistics specify it themselves. */
	readonly freshMs: number;
	/** Whether another server version may respond differently. */
	readonly versioned?: true;
	/** The permission in addition to a valid session, and the built-in roles that have it. */
	readonly permission?: {
		readonly name: string;
		readonly roles: readonly string[];
		/** The name of the permission for `POST /authcheck`. If it's denied, the endpoint isn't requested. */
		readonly check?: PermissionName;
	};
	/** The server responds with 404 if the permission is missing, as if nothing existed. */
	readonly hidden?: true;
	/** The request's JSON body. */
	readonly body?: JsonObject;
	/** Appended to the path to make the server compute its answer again; only at the user's request. */
	readonly force?: string;
	/** The request makes the server send the session token to the host of its access URL. */
	readonly sendsTokenToAccessUrl?: true;
	/** The first version with the route. */
	readonly since?: string;
}

const seconds = 1000;
const minutes = 60 * seconds;
const hours = 60 * minutes;

const authenticated = {
	method: "GET",
	auth: true,
	timeoutMs: 15 * seconds,
	freshMs: 15 * minutes,
} as const;
const anonymous = { ...authenticated, auth: false } as const;
const readers = ["Owner", "Auditor"];
const owners = ["Owner"];
const builders = ["Owner", "Organization Admin", "Organization Template Admin"];
const healthPermission = { name: "debug_info:read", roles: owners, check: "health" } as const;
const provisionerPermission = {
	name: "provisioner_jobs:read",
	roles: builders,
	check: "provisioners",
} as const;

/** Every route with an answer. Their schemas are in `schemas.ts`. */
export const endpoints: Readonly<Record<EndpointId, Endpoint>> = {
	root: { ...anonymous, path: "/" },
	buildInfo: { ...anonymous, path: "/buildinfo", versioned: true },
	// Before long answers, because other endpoints wait for it.
	permissions: {
		...authenticated,
		method: "POST",
		path: "/authcheck",
		versioned: true,
		body: {
			checks: {
				health: read("debug_info"),
				licenses: read("license"),
				replicas: read("replicas"),
				provisioners: read("provisioner_jobs", { any_org: true }),
			},
		},
	},
	deploymentConfig: {
		...authenticated,
		path: "/deployment/config",
		versioned: true,
		permission: { name: "deployment_config:read", roles: readers },
	},
	deploymentSsh: { ...authenticated, path: "/deployment/ssh", versioned: true },
	deploymentStats: {
		...authenticated,
		path: "/deployment/stats",
		freshMs: 30 * seconds,
		permission: { name: "deployment_stats:read", roles: readers },
	},
	experiments: { ...authenticated, path: "/experiments", versioned: true },
	experimentsAvailable: {
		...authenticated,
		path: "/experiments/available",
		versioned: true,
		since: "v2.4",
	},
	// Right after startup, the server waits for the first check, up to 30 s behind a firewall.
	updateCheck: {
		...anonymous,
		path: "/updatecheck",
		timeoutMs: 45 * seconds,
		freshMs: 6 * hours,
		versioned: true,
	},
	tokenConfig: { ...authenticated, path: "/users/me/keys/tokens/tokenconfig", versioned: true },
	user: { ...authenticated, path: "/users/me" },
	apiKey: { ...authenticated, path: "/users/me/keys/{keyId}" },
	// Pings, a WebSocket, and a request to each proxy and relay, unless the server has a cached report, which it keeps
	// for ten minutes. A relay that doesn't respond takes 30 s, the server's timeout.
	health: {
		...authenticated,
		path: "/debug/health",
		timeoutMs: 60 * seconds,
		freshMs: 10 * minutes,
		permission: healthPermission,
		hidden: true,
		force: "?force=true",
		sendsTokenToAccessUrl: true,
	},
	healthSettings: {
		...authenticated,
		path: "/debug/health/settings",
		permission: healthPermission,
		hidden: true,
		since: "v2.5",
	},
	entitlements: { ...anonymous, path: "/entitlements", versioned: true },
	licenses: {
		...authenticated,
		path: "/licenses",
		freshMs: 1 * hours,
		permission: { name: "license:read", roles: owners, check: "licenses" },
	},
	regions: { ...authenticated, path: "/regions", freshMs: 5 * minutes },
	replicas: {
		...authenticated,
		path: "/replicas",
		freshMs: 5 * minutes,
		permission: { name: "replicas:read", roles: owners, check: "replicas" },
		hidden: true,
	},
	provisionerDaemons: {
		...authenticated,
		path: `/organizations/${organizationPlace}/provisionerdaemons`,
		freshMs: 5 * minutes,
		permission: provisionerPermission,
		hidden: true,
		since: "v2.9",
	},
	provisionerQueue: {
		...authenticated,
		path: `/organizations/${organizationPlace}/provisionerjobs?status=pending&limit=1`,
		freshMs: 5 * minutes,
		permission: provisionerPermission,
		hidden: true,
		since: "v2.19",
	},
	appearance: { ...authenticated, path: "/appearance", freshMs: 30 * minutes },
};

/** Returns a permission check for `POST /authcheck`. */
function read(resource: string, where: JsonObject = {}): JsonObject {
	return { object: { resource_type: resource, ...where }, action: "read" };
}

/** The organizations: all of them for owners and auditors, their own for others. */
export const organizationsRoute: Endpoint = {
	...authenticated,
	path: "/organizations",
	since: "v2.14",
};

/** The permissions in each organization. */
export const authCheckRoute: Endpoint = {
	...authenticated,
	method: "POST",
	path: "/authcheck",
	body: {},
};

/** The only route that is written to. The server only logs reports, at debug level. */
export const cspReports = {
	method: "POST",
	path: "/csp/reports",
	auth: false,
	timeoutMs: 15 * seconds,
	freshMs: 0,
	/** Since 2026-07, larger bodies are rejected, in bytes. */
	maxBodyBytes: 65_536,
} as const satisfies Endpoint & { maxBodyBytes: number };

/** All endpoint IDs, in the order of requests. */
export const endpointIds = Object.keys(endpoints) as readonly EndpointId[];
