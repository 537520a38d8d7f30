import { canParse } from "../../base/url.ts";
import { inBypassList, inNoProxyList } from "./noProxy.ts";
import type { NetworkSettings, ProxySettings } from "../settings/networkSettings.ts";

/** The route of requests to a deployment. */
export type Route =
	/** As VS Code decides; outside of VS Code, directly. */
	| { readonly kind: "default" }
	/** Directly, whatever VS Code's proxy settings are. */
	| { readonly kind: "direct"; readonly because: string }
	/** Through this proxy, with features that VS Code's proxy support lacks for extensions. */
	| {
			readonly kind: "proxy";
			/** `http:` or `https:`; may contain a user name and password. */
			readonly url: string;
			/** Value of the `Proxy-Authorization` header; empty for none. */
			readonly authorization: string;
			/** Whether to verify the certificate of an HTTPS proxy. */
			readonly strict: boolean;
	  };

/**
 * Chooses the route. VS Code patches Node's http and https in the extension host and supports `http.proxy`,
 * `http.noProxy`, `http.proxySupport`, the environment, and the system's proxy. It doesn't apply
 * `http.proxyAuthorization` and `http.proxyStrictSSL` there (@vscode/proxy-agent 0.32 to 0.45), so if these matter,
 * this extension connects to the proxy itself.
 */
export function chooseRoute(
	url: URL,
	{ proxy, proxyBypass }: NetworkSettings,
	env: NodeJS.ProcessEnv = process.env,
): Route {
	if (proxy.support === "off" || isLoopbackName(url)) return { kind: "default" };
	if (proxyBypass && inBypassList(proxyBypass.value, url)) {
		return { kind: "direct", because: proxyBypass.from };
	}
	const configured = configuredProxy(url, proxy, env);
	if (!configured || !/^https?:$/.test(configured.protocol)) return { kind: "default" };
	const special =
		proxy.authorization !== "" || (configured.protocol === "https:" && !proxy.strictSsl);
	if (!special) return { kind: "default" };
	return {
		kind: "proxy",
		url: configured.href,
		authorization: proxy.authorization,
		strict: proxy.strictSsl,
	};
}

/**
 * Returns the proxy that the settings or the environment specify for an address, by VS Code's rules: loopback names are
 * reached directly, `http.proxy` takes precedence over the environment, and `NO_PROXY` is ignored if `http.noProxy` has
 * entries. Doesn't find a proxy that only the system knows.
 */
export function configuredProxy(
	url: URL,
	{ url: setting, noProxy, support }: ProxySettings,
	env: NodeJS.ProcessEnv,
): URL | undefined {
	if (support === "off" || isLoopbackName(url)) return undefined;
	const without = noProxy.length > 0 ? noProxy : (env.no_proxy ?? env.NO_PROXY ?? "").split(",");
	if (inNoProxyList(without, url)) return undefined;
	return [
		setting,
		env.https_proxy || env.HTTPS_PROXY || env.http_proxy || env.HTTP_PROXY || "",
	].flatMap((text) => readProxy(text) ?? [])[0];
}

function readProxy(text: string): URL | undefined {
	return /^(https?|socks[45]?[ah]?):\/\//i.test(text) && canParse(text) ? new URL(text) : undefined;
}

/** Whether VS Code never uses a proxy for a host. See microsoft/vscode#120354. */
function isLoopbackName({ hostname }: URL): boolean {
	return ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
