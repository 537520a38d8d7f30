import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** The stub's response. */
export interface StubReply {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string | Buffer;
}

/** A request that reached a stub. */
export interface StubRequest {
	readonly method: string;
	readonly path: string;
	/** Names and values alternately, as they were sent. */
	readonly rawHeaders: readonly string[];
	readonly body: string;
}

/** A loopback server that responds to every request in the same way. */
export interface StubServer {
	readonly url: string;
	readonly host: string;
	readonly requests: readonly StubRequest[];
	/** Number of connections to it, with or without requests. */
	readonly connections: () => number;
	close(): Promise<void>;
}

/** The response to each request: a reply, or a function that writes one. */
export type StubAnswer =
	StubReply | ((request: IncomingMessage, response: ServerResponse) => unknown);

/** Starts a stub on 127.0.0.1 and resolves once it accepts connections. */
export async function startStub(answer: StubAnswer): Promise<StubServer> {
	const requests: StubRequest[] = [];
	let connections = 0;
	const server = createServer((request, response) => {
		void read(request).then((body) => {
			const { method = "", url = "", rawHeaders } = request;
			requests.push({ method, path: url, rawHeaders, body });
			if (typeof answer === "function") answer(request, response);
			else reply(response, answer);
		});
	});
	server.on("connection", () => {
		connections += 1;
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		url: `http://${host}`,
		host,
		requests,
		connections: () => connections,
		close: async () => {
			const closed = once(server, "close");
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}

/** Returns a URL without a server. */
export async function deadUrl(): Promise<string> {
	const stub = await startStub({});
	await stub.close();
	return stub.url;
}

async function read(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString("utf8");
}

function reply(response: ServerResponse, { status = 200, headers, body = "" }: StubReply): void {
	response.writeHead(status, headers);
	response.end(body);
}
