import type { Chosen, NetworkSettings } from "./networkSettings.ts";
import type { PerDeployment } from "./perDeployment.ts";

/**
 * Returns the log's description of the current network settings and their sources. Omits header values, the header
 * command, and the proxy's credentials.
 */
export function describeSettings(settings: NetworkSettings): string[] {
	const { insecure, headers, headerCommand, timeout, proxy } = settings;
	const lines = [
		line("CA file", settings.caFile),
		line("client certificate", settings.certFile),
		line("client key", settings.keyFile),
		line("alternative host name", settings.altHost),
		line("header command", withValue(headerCommand, `set for ${places(headerCommand)}`)),
		line("extra headers", withValue(headers, `${headerNames(headers)} for ${places(headers)}`)),
		line(
			"certificate not verified for",
			withValue(insecure, insecure?.value === true ? "all" : (insecure?.value.join(", ") ?? "")),
		),
		line("request time-out", withValue(timeout, `${timeout?.value ?? 0} s`)),
		line("reached without a proxy", settings.proxyBypass),
	].filter((text) => text !== undefined);
	const proxies = [
		`http.proxySupport ${proxy.support}`,
		...(proxy.url ? ["http.proxy set"] : []),
		...(proxy.noProxy.length > 0 ? [`http.noProxy ${proxy.noProxy.join(", ")}`] : []),
		...(proxy.authorization ? ["http.proxyAuthorization set"] : []),
		...(proxy.strictSsl ? [] : ["http.proxyStrictSSL off"]),
	];
	return [
		...(lines.length > 0 ? lines : ["Network: no setting of this extension or of coder.* is set."]),
		`Network: ${proxies.join("; ")}.`,
	];
}

function line(what: string, chosen: Chosen<string> | undefined): string | undefined {
	return chosen && `Network: ${what}: ${chosen.value} (from ${chosen.from})`;
}

/** Returns the deployments that a setting applies to. */
function places(chosen: Chosen<PerDeployment<unknown>> | undefined): string {
	const { signedIn, named = {} } = chosen?.value ?? {};
	return [...(signedIn === undefined ? [] : ["signed-in deployments"]), ...Object.keys(named)].join(
		", ",
	);
}

function headerNames(headers: NetworkSettings["headers"]): string {
	const { signedIn, named = {} } = headers?.value ?? {};
	return [...new Set([signedIn ?? {}, ...Object.values(named)].flatMap(Object.keys))].join(", ");
}

function withValue(chosen: Chosen<unknown> | undefined, value: string): Chosen<string> | undefined {
	return chosen && { value, from: chosen.from };
}
