// Default imports on purpose: VS Code adds the system's certificates to calls of these objects, but can't patch Node's
// named exports.
import http from "node:http";
import net from "node:net";
import tls from "node:tls";
import { attemptOptions } from "../connectionAttempts.ts";
import { ProxyProblem } from "./proxyAnswer.ts";
import type { Route } from "./proxyRoute.ts";

type ProxyRoute = Extract<Route, { readonly kind: "proxy" }>;

/**
 * Connects to a proxy. The socket may still be connecting; its errors are the proxy's.
 *
 * @param attemptMs how long connecting to one of several addresses may take, in ms
 */
export function connectToProxy(
	route: ProxyRoute,
	ca: string | undefined,
	attemptMs: number,
): net.Socket {
	const proxy = new URL(route.url);
	const host = proxy.hostname.replace(/^\[|\]$/g, "");
	const secure = proxy.protocol === "https:";
	const port = Number(proxy.port || (secure ? 443 : 80));
	const place = { host, port, ...attemptOptions(attemptMs) };
	if (!secure) return net.connect(place);
	return tls.connect({
		...place,
		...(net.isIP(host) ? {} : { servername: host }),
		ca: [...tls.rootCertificates, ...systemCertificates(), ...(ca ? [ca] : [])],
		rejectUnauthorized: route.strict,
		ALPNProtocols: ["http/1.1"],
	});
}

/** Returns the system's authorities if Node provides them (since 22.15, so in every VS Code except 1.100). */
function systemCertificates(): readonly string[] {
	if (!("getCACertificates" in tls)) return [];
	return (tls.getCACertificates as (which: "system") => string[])("system");
}

/** Returns the value of `Proxy-Authorization`: the setting, otherwise the user name and password in the proxy's URL. */
export function proxyCredentials({ url, authorization }: ProxyRoute): Record<string, string> {
	const { username, password } = new URL(url);
	const basic = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
	const value = authorization || (username ? `Basic ${Buffer.from(basic).toString("base64")}` : "");
	return value ? { "Proxy-Authorization": value } : {};
}

/**
 * Requests a tunnel to a host from a proxy.
 *
 * @param attemptMs how long connecting to one of several addresses may take, in ms
 * @throws {ProxyProblem} if the proxy is unreachable or refuses
 */
export function openTunnel(
	route: ProxyRoute,
	target: string,
	ca: string | undefined,
	signal: AbortSignal,
	attemptMs: number,
): Promise<net.Socket> {
	return new Promise((resolve, reject) => {
		// The class instead of `http.request`: VS Code would send the request to the proxy through a proxy.
		const request = new http.ClientRequest({
			method: "CONNECT",
			path: target,
			headers: { Host: target, ...proxyCredentials(route) },
			createConnection: () => connectToProxy(route, ca, attemptMs),
			signal,
		});
		request.once("connect", (response, socket: net.Socket) => {
			if (response.statusCode === 200) {
				resolve(socket);
				return;
			}
			socket.destroy();
			reject(new ProxyProblem("The proxy refused the connection.", response.statusCode));
		});
		request.once("error", (error) => {
			reject(new ProxyProblem("The proxy cannot be reached.", undefined, { cause: error }));
		});
		request.end();
	});
}
