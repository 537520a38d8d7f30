import { once } from "node:events";
import http, { type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import https from "node:https";
import type { JsonValue } from "./json.ts";

/** A request to a sample deployment. */
export interface PlainRequest {
	readonly method?: string;
	/** Session token, sent in the header Coder-Session-Token. */
	readonly token?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
	/** For HTTPS: the certificate authority to trust, and the client certificate, all as PEM. */
	readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
}

/** A complete response. */
export interface PlainReply {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly rawHeaders: readonly string[];
	readonly bytes: Buffer;
	readonly text: string;
	/** Parses the body as JSON; throws if it isn't JSON. */
	json(): JsonValue;
}

/** Sends a request with Node's own client on a new connection, and reads the whole response. */
export async function ask(url: string, request: PlainRequest = {}): Promise<PlainReply> {
	const response = await begin(url, request);
	const chunks: Buffer[] = [];
	for await (const chunk of response) {
		chunks.push(chunk as Buffer);
	}
	const bytes = Buffer.concat(chunks);
	const text = bytes.toString("utf8");
	return {
		status: response.statusCode!,
		headers: response.headers,
		rawHeaders: response.rawHeaders,
		bytes,
		text,
		json: () => JSON.parse(text) as JsonValue,
	};
}

/** Sends a request and resolves when the response's headers arrive; the body is still unread. */
export async function begin(url: string, request: PlainRequest = {}): Promise<IncomingMessage> {
	const { method = "GET", token, headers = {}, body, tls } = request;
	const outgoing = (url.startsWith("https:") ? https : http).request(url, {
		method,
		agent: false,
		headers: { ...(token !== undefined && { "Coder-Session-Token": token }), ...headers },
		...tls,
	});
	outgoing.end(body);
	const [response] = (await once(outgoing, "response")) as [IncomingMessage];
	return response;
}
