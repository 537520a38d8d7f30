import { randomUUID } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";
import type { Exchange } from "./exchange.ts";
import { poisonHeader, poisonReply } from "./hostile/poison.ts";
import type { Reply } from "./reply.ts";

/** Returns the headers of every response of a Coder server, including errors and pages. */
export function coderHeaders({ state }: Exchange): OutgoingHttpHeaders {
	return {
		"X-Coder-Build-Version": state.version.version,
		"X-Coder-Request-Id": randomUUID(),
		"X-Content-Type-Options": "nosniff",
		"Set-Cookie": "csrf_token=sample; Path=/; HttpOnly; SameSite=Lax",
		Vary: ["Origin", "Cookie"],
		Date: new Date(state.clock()).toUTCString(),
	};
}

/** Sends a whole response with the headers of a Coder server. */
export function sendReply(exchange: Exchange, reply: Reply): void {
	const { hostility } = exchange.state;
	const headers = coderHeaders(exchange);
	if (!hostility) {
		send(exchange, reply, headers);
		return;
	}
	const version = "X-Coder-Build-Version";
	const poisoned = poisonHeader(String(headers[version]), hostility);
	send(exchange, poisonReply(reply, hostility), { ...headers, [version]: poisoned });
}

/** Sends a whole response without Coder's headers, as if it came from something else. */
export function sendForeign(exchange: Exchange, reply: Reply): void {
	send(exchange, reply, {});
}

/** Returns the headers of a reply, without those of the server. */
export function replyHeaders(reply: Reply): OutgoingHttpHeaders {
	const headers: OutgoingHttpHeaders = {};
	for (const [name, value] of Object.entries(reply.headers ?? {})) {
		headers[name] = typeof value === "string" ? value : [...value];
	}
	if (reply.contentType) {
		headers["Content-Type"] = reply.contentType;
	}
	return headers;
}

function send({ response }: Exchange, reply: Reply, headers: OutgoingHttpHeaders): void {
	const body = Buffer.from(reply.body);
	response.writeHead(reply.status, {
		...headers,
		...replyHeaders(reply),
		"Content-Length": body.length,
	});
	response.end(body);
}
