/**
 * Names of what a request can be for: the API's endpoints under the names that the extension gives
 * them, "unknownApi" for other paths below /api, "cliAuth" for the page that shows a token and
 * "dashboard" for every other page.
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

/** Name of one endpoint. */
export type EndpointId = (typeof endpointIds)[number];

/** True if the text names an endpoint. */
export function isEndpointId(text: string): text is EndpointId {
	return (endpointIds as readonly string[]).includes(text);
}
