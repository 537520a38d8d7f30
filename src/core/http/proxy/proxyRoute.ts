import { canParse } from "../../base/url.ts";
import { inBypassList, inNoProxyList } from "./noProxy.ts";
import type { NetworkSettings, ProxySettings } from "../settings/networkSettings.ts";

/** How requests travel to a deployment. */
export type Route =
	/** As VS Code decides; outside of it, directly. */
	| { readonly kind: "default" }
	/** Directly, whatever VS Code's proxy settings say. */
	| { readonly kind: "direct"; readonly because: string }
	/** Through this proxy, with what VS Code's own proxy support does not do for extensions. */
	| {
			readonly kind: "proxy";
			/** `http:` or `https:`; a user name and password may be part of it. */
			readonly url: string;
			/** Value of the header `Proxy-Authorization`; empty for none. */
			readonly authorization: string;
			/** Whether the certificate of an https proxy is verified. */
			readonly strict: boolean;
	  };

/**
 * Chooses the route. VS Code patches Node's http and https in the extension host and knows `http.proxy`,
 * `http.noProxy`, `http.proxySupport`, the environment and the system's proxy. It does not apply
 * `http.proxyAuthorization` and `http.proxyStrictSSL` there (fact: @vscode/proxy-agent 0.32 to 0.45), so where these
 * matter we go through the proxy ourselves.
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
 * The proxy that the settings or the environment name for an address, by VS Code's own rules: loopback names are
 * reached directly; `http.proxy` comes before the environment; where `http.noProxy` has entries, `NO_PROXY` does not
 * count. A proxy that only the system knows is not found here.
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

/** VS Code never uses a proxy for these. Fact: microsoft/vscode#120354. */
function isLoopbackName({ hostname }: URL): boolean {
	return ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
