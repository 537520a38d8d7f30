// Default imports on purpose: VS Code patches these objects, not Node's named exports.
import http from "node:http";
import https from "node:https";
import net from "node:net";
import { attemptOptions } from "./connectionAttempts.ts";
import type { TlsOptions } from "./settings/networkOptions.ts";
import { proxyName, readProxyResult, type RequestTrace } from "./proxy/proxyAnswer.ts";
import type { Route } from "./proxy/proxyRoute.ts";
import { routeAgent, type Target } from "./proxy/routeAgent.ts";
import { tlsRequestOptions, type Trust } from "./tls/trust.ts";
import { proxyCredentials } from "./proxy/tunnel.ts";

/** One attempt of a request. */
export interface Attempt {
	readonly tls: TlsOptions;
	readonly trust: Trust;
	readonly route: Route;
	/** Aborts connections that are still being established. */
	readonly signal: AbortSignal;
	/** How long connecting to one of several addresses may take, in ms. */
	readonly attemptMs: number;
	/** Filled in while the request runs. */
	readonly trace: RequestTrace;
}

/**
 * Opens a request with Node's http or https, which VS Code patches. All TLS options belong to the request and not to an
 * agent, because VS Code replaces the agent (`http.proxySupport: override`, the default).
 *
 * @param options as for `http.request`, without an agent; headers by name
 */
export function nodeRequest(
	options: https.RequestOptions,
	attempt: Attempt,
	onResponse: (response: http.IncomingMessage) => void,
): http.ClientRequest {
	const secure = options.protocol === "https:";
	const module = secure ? https : http;
	const complete = {
		...options,
		...attemptOptions(attempt.attemptMs),
		...(secure ? tlsRequestOptions(attempt.tls, attempt.trust) : {}),
		...specialOptions(options, attempt, secure),
	};
	const request = module.request(complete, (response) => {
		const { trace } = attempt;
		trace.reused = request.reusedSocket;
		trace.headers = response.headersDistinct;
		// VS Code returns a proxy's refusal as if it were the deployment's response, on a socket without TLS.
		const plain = secure && !("encrypted" in response.socket);
		if (plain || response.statusCode === 407) trace.proxyStatus = response.statusCode ?? 0;
		onResponse(response);
	});
	watch(request, attempt.trace);
	return request;
}

/** Records what VS Code's patch reports about the proxy, and reused connections. */
function watch(request: http.ClientRequest, trace: RequestTrace): void {
	request.on("proxy", (event: { readonly proxy?: unknown; readonly error?: unknown }) => {
		const proxy = typeof event.proxy === "string" ? readProxyResult(event.proxy) : undefined;
		if (proxy) trace.proxy = proxy;
		if (proxy && event.error) trace.proxyError = event.error;
	});
	request.once("error", () => {
		trace.reused = request.reusedSocket;
	});
}

/**
 * Returns options that make a request use this extension's own route. It names `localhost`, for which VS Code uses no
 * proxy and keeps the agent in every mode of `http.proxySupport`, but still adds the system's certificates. The agent
 * connects to the actual host, and the certificate is checked against that.
 */
function specialOptions(
	options: https.RequestOptions,
	{ route, tls, signal, attemptMs, trace }: Attempt,
	secure: boolean,
): https.RequestOptions {
	if (route.kind === "default") return {};
	const host = options.hostname ?? "";
	const port = Number(options.port || (secure ? 443 : 80));
	const target: Target = { host, port, secure };
	const hostHeader =
		(net.isIPv6(host) ? `[${host}]` : host) + (options.port ? `:${options.port}` : "");
	if (route.kind === "proxy") trace.proxy = proxyName(route.url);
	const throughPlainProxy = route.kind === "proxy" && !secure;
	return {
		hostname: "localhost",
		agent: routeAgent(route, target, signal, attemptMs),
		headers: {
			...(options.headers as http.OutgoingHttpHeaders),
			Host: hostHeader,
			...(throughPlainProxy ? proxyCredentials(route) : {}),
		},
		...(throughPlainProxy ? { path: `http://${hostHeader}${options.path ?? "/"}` } : {}),
		...(secure ? { servername: tls.servername ?? (net.isIP(host) ? "" : host) } : {}),
	};
}
