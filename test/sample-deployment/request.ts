import { once } from "node:events";
import http, { type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import https from "node:https";
import type { JsonValue } from "./json.ts";

/** A request to a sample deployment. */
export interface PlainRequest {
	readonly method?: string;
	/** Session token, sent as the header Coder-Session-Token. */
	readonly token?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
	/** For HTTPS: the authority to trust and the certificate to show, all as PEM. */
	readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
}

/** A whole answer. */
export interface PlainReply {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly rawHeaders: readonly string[];
	readonly bytes: Buffer;
	readonly text: string;
	/** The body parsed as JSON; throws if it is none. */
	json(): JsonValue;
}

/** Asks with node's own client, on a connection of its own, and reads the whole answer. */
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

/** Asks and resolves as soon as the head of the answer is there; the body is still to be read. */
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
