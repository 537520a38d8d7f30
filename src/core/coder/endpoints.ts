import type { JsonObject } from "../base/json.ts";
import type { PermissionName } from "./infrastructureModel.ts";
import type { EndpointId } from "./model.ts";

/** What stands in a path for the organization that is asked about. */
export const organizationPlace = "{organization}";

/** What is known of a route before it is asked. Facts: Coder's server source, v2.0 to 2026-08. */
export interface Endpoint {
	readonly method: "GET" | "POST";
	/**
	 * Below `<deployment>/api/v2`; `{keyId}` stands for the first part of the session token, which is not secret, and
	 * `{organization}` for each organization that the account may read this of.
	 */
	readonly path: string;
	/** Whether the route needs the session token. The token is sent only where it does. */
	readonly auth: boolean;
	/** How long an answer may take, in ms. */
	readonly timeoutMs: number;
	/** How long an answer is good for, in ms. Statistics say it themselves; this is for those that don't. */
	readonly freshMs: number;
	/** Whether another version of the server may answer something else. */
	readonly versioned?: true;
	/** The permission beyond a valid session, and the built-in roles that have it. */
	readonly permission?: {
		readonly name: string;
		readonly roles: readonly string[];
		/** What `POST /authcheck` is asked about it; where it says no, the endpoint is not asked. */
		readonly check?: PermissionName;
	};
	/** The server answers 404 to those who lack the permission, as if there was nothing. */
	readonly hidden?: true;
	/** What is sent along, as JSON. */
	readonly body?: JsonObject;
	/** What is added to the path to make the server work it out anew; never without somebody asking for it. */
	readonly anew?: string;
	/** Asking makes the server send the session token to the host of its access URL. */
	readonly sendsTokenToAccessUrl?: true;
	/** The first version that has the route. */
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

/** Every route that is asked for what it answers. `schemas.ts` has what each answers. */
export const endpoints: Readonly<Record<EndpointId, Endpoint>> = {
	root: { ...anonymous, path: "/" },
	buildInfo: { ...anonymous, path: "/buildinfo", versioned: true },
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
	// Right after the server's start this waits for the first check, up to 30 s behind a firewall.
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
	// Pings, a WebSocket, and a request to each proxy and relay, unless the server still has a report: it keeps one for
	// ten minutes. A relay that doesn't answer takes the 30 s after which the server gives up.
	health: {
		...authenticated,
		path: "/debug/health",
		timeoutMs: 60 * seconds,
		freshMs: 10 * minutes,
		permission: healthPermission,
		hidden: true,
		anew: "?force=true",
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

/** A question about a permission, as `POST /authcheck` takes it. */
function read(resource: string, where: JsonObject = {}): JsonObject {
	return { object: { resource_type: resource, ...where }, action: "read" };
}

/** Which organizations there are: all for owners and auditors, their own for others. */
export const organizationsRoute: Endpoint = {
	...authenticated,
	path: "/organizations",
	since: "v2.14",
};

/** What may be read of single organizations. */
export const authCheckRoute: Endpoint = {
	...authenticated,
	method: "POST",
	path: "/authcheck",
	body: {},
};

/** The one route that is written to. The server keeps reports only in its log, at debug level. */
export const cspReports = {
	method: "POST",
	path: "/csp/reports",
	auth: false,
	timeoutMs: 15 * seconds,
	freshMs: 0,
	/** Bodies over this many bytes are refused since 2026-07. */
	maxBodyBytes: 65_536,
} as const satisfies Endpoint & { maxBodyBytes: number };

/** All endpoint ids, in the order in which they are asked. */
export const endpointIds = Object.keys(endpoints) as readonly EndpointId[];
