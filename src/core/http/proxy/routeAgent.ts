import http from "node:http";
import https from "node:https";
import net from "node:net";
import type { Duplex } from "node:stream";
import tls from "node:tls";
import { attemptOptions } from "../connectionAttempts.ts";
import type { Route } from "./proxyRoute.ts";
import { connectToProxy, openTunnel } from "./tunnel.ts";

/** The actual target of a request. */
export interface Target {
	readonly host: string;
	readonly port: number;
	readonly secure: boolean;
}

type SpecialRoute = Exclude<Route, { readonly kind: "default" }>;
type Connected = ((error: Error | null, stream: Duplex) => void) | undefined;

/**
 * Creates the agent of one request that uses this extension's own route. Aborting `signal` closes its connections.
 *
 * @param attemptMs how long connecting to one of several addresses may take, in ms
 */
export function routeAgent(
	route: SpecialRoute,
	target: Target,
	signal: AbortSignal,
	attemptMs: number,
): http.Agent {
	const agent = target.secure ? new https.Agent() : new http.Agent();
	agent.createConnection = (options: http.ClientRequestArgs, connected: Connected) => {
		if (route.kind === "direct") {
			return endWith(signal, connectDirectly(target, options, attemptMs));
		}
		const ca = caOf(options);
		if (!target.secure) return endWith(signal, connectToProxy(route, ca, attemptMs));
		openTunnel(route, `${bracketed(target.host)}:${target.port}`, ca, signal, attemptMs)
			.then((socket) => endWith(signal, secured(target, options, socket)))
			.then(
				(socket) => connected?.(null, socket),
				(error: unknown) => connected?.(error as Error, new net.Socket()),
			);
		return undefined;
	};
	return agent;
}

function connectDirectly(
	target: Target,
	options: http.ClientRequestArgs,
	attemptMs: number,
): net.Socket {
	const { host, port } = target;
	return target.secure
		? secured(target, options, undefined)
		: net.connect({ host, port, ...attemptOptions(attemptMs) });
}

function secured(
	{ host, port }: Target,
	options: http.ClientRequestArgs,
	socket: net.Socket | undefined,
): tls.TLSSocket {
	return tls.connect({
		...options,
		// The request names another host (see `nodeRequest.ts`). The certificate is checked against this one.
		host,
		port,
		...(socket ? { socket } : {}),
	} as tls.ConnectionOptions);
}

function caOf(options: http.ClientRequestArgs): string | undefined {
	return "ca" in options && typeof options.ca === "string" ? options.ca : undefined;
}

function endWith(signal: AbortSignal, socket: net.Socket): net.Socket {
	const end = (): void => {
		socket.destroy();
	};
	if (signal.aborted) end();
	signal.addEventListener("abort", end, { once: true });
	socket.once("close", () => {
		signal.removeEventListener("abort", end);
	});
	return socket;
}

function bracketed(host: string): string {
	return net.isIPv6(host) ? `[${host}]` : host;
}
