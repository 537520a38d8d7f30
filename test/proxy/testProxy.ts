import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect, type AddressInfo, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/** Options of a test proxy. */
export interface TestProxyOptions {
	/** The real ports of hosts, such as `"coder.larkspur.example:443": 8443`; all are on 127.0.0.1. */
	readonly places?: Readonly<Record<string, number>>;
	/** The only accepted value of `Proxy-Authorization`; if missing, none is required. */
	readonly authorization?: string;
	/** The proxy's own TLS key and certificate. */
	readonly tls?: { readonly key: string; readonly cert: string };
	/** The status of every response, or "never" for none. */
	readonly refuse?: number | "never";
}

/** A request that reached a test proxy. */
export interface ProxyRequest {
	readonly method: string;
	/** `host:port` of a CONNECT; otherwise, the whole URL. */
	readonly target: string;
	readonly headers: IncomingMessage["headers"];
}

/** A running proxy on 127.0.0.1. */
export interface TestProxy {
	readonly url: string;
	readonly host: string;
	readonly requests: readonly ProxyRequest[];
	openSockets(): number;
	close(): Promise<void>;
}

/** Starts a proxy for http and, with CONNECT, for https. */
export async function startTestProxy(options: TestProxyOptions = {}): Promise<TestProxy> {
	const requests: ProxyRequest[] = [];
	const sockets = new Set<Duplex>();
	const server = options.tls ? createTlsServer(options.tls) : createServer();
	const refusal = (request: IncomingMessage): number | "never" | undefined => {
		const { method = "", url = "", headers } = request;
		requests.push({ method, target: url, headers });
		if (options.refuse !== undefined) return options.refuse;
		const { authorization } = options;
		if (authorization === undefined) return undefined;
		return headers["proxy-authorization"] === authorization ? undefined : 407;
	};
	server.on("connection", (socket: Socket) => {
		sockets.add(socket);
		socket.once("close", () => sockets.delete(socket));
		socket.on("error", () => undefined);
	});
	server.on("connect", (request: IncomingMessage, socket: Duplex) => {
		const refused = refusal(request);
		if (refused === "never") {
			// Keeps reading to notice when the other side ends.
			socket.resume().once("end", () => socket.end());
			return;
		}
		if (refused !== undefined) {
			socket.end(
				`HTTP/1.1 ${refused} Refused\r\n${challenge(refused)}Content-Length: 3\r\n\r\nno\n`,
			);
			return;
		}
		tunnel(socket, options.places?.[request.url ?? ""]);
	});
	server.on("request", (request, response) => {
		const refused = refusal(request);
		if (refused === "never") return;
		if (refused !== undefined) {
			response.writeHead(refused, refused === 407 ? { "Proxy-Authenticate": realm } : {});
			response.end("no\n");
			return;
		}
		const { host, pathname, search } = new URL(request.url ?? "");
		const { "proxy-authorization": _mine, ...headers } = request.headers;
		const port = options.places?.[host.includes(":") ? host : `${host}:80`];
		const onward = httpRequest(
			{ host: "127.0.0.1", port, method: request.method, path: pathname + search, headers },
			(answer) => {
				response.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(response);
			},
		);
		onward.on("error", () => response.writeHead(502).end());
		request.pipe(onward);
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		url: `${options.tls ? "https" : "http"}://${host}`,
		host,
		requests,
		openSockets: () => sockets.size,
		close: async () => {
			if (!server.listening) return;
			const closed = once(server, "close");
			server.close();
			for (const socket of sockets) socket.destroy();
			await closed;
		},
	};
}

const realm = 'Basic realm="Larkspur"';

function challenge(status: number): string {
	return status === 407 ? `Proxy-Authenticate: ${realm}\r\n` : "";
}

function tunnel(socket: Duplex, port: number | undefined): void {
	if (port === undefined) {
		socket.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
		return;
	}
	const onward = connect(port, "127.0.0.1", () => {
		socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
		onward.pipe(socket);
		socket.pipe(onward);
	});
	onward.on("error", () => socket.destroy());
	onward.on("close", () => socket.destroy());
	socket.on("close", () => onward.destroy());
	socket.on("error", () => onward.destroy());
}
