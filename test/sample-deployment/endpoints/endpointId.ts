/**
 * Targets of requests: the API's endpoints with the extension's names, "unknownApi" for other paths below /api,
 * "cliAuth" for the page that shows a token, and "dashboard" for every other page.
 */
export const endpointIds = [
	"root",
	"buildInfo",
	"cspReports",
	"deploymentConfig",
	"deploymentSsh",
	"deploymentStats",
	"experiments",
	"experimentsAvailable",
	"updateCheck",
	"tokenConfig",
	"user",
	"apiKey",
	"permissions",
	"health",
	"healthSettings",
	"entitlements",
	"licenses",
	"regions",
	"replicas",
	"organizations",
	"provisionerDaemons",
	"provisionerQueue",
	"appearance",
	"unknownApi",
	"cliAuth",
	"dashboard",
] as const;

/** The name of an endpoint. */
export type EndpointId = (typeof endpointIds)[number];

/** Returns whether a text is the name of an endpoint. */
export function isEndpointId(text: string): text is EndpointId {
	return (endpointIds as readonly string[]).includes(text);
}
