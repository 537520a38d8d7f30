import type { Exchange } from "../exchange.ts";
import { goJson } from "../json.ts";
import { dashboardPage } from "../pages.ts";
import { htmlReply, jsonReply, redirectReply, type Reply } from "../reply.ts";
import { coderHeaders, replyHeaders, sendForeign, sendReply } from "../send.ts";
import { seededRandom } from "../stats/random.ts";
import type { Fault } from "./fault.ts";
import { writeLongJson } from "./longBodies.ts";
import { isGatewayStatus, statusReply } from "./statusFault.ts";

const megabyte = 1_000_000;

/** Responds to an exchange with a fault; `healthy` returns the response without it. */
export async function applyFault(
	exchange: Exchange,
	fault: Fault,
	healthy: () => Reply,
): Promise<void> {
	const { response } = exchange;
	switch (fault.kind) {
		case "status": {
			const reply = statusReply(exchange, fault.status, fault.retryAfter);
			(isGatewayStatus(fault.status) ? sendForeign : sendReply)(exchange, reply);
			return;
		}
		case "html200":
			sendForeign(exchange, htmlReply(200, dashboardPage));
			return;
		case "redirect":
			sendForeign(exchange, redirectReply(fault.status ?? 307, fault.to));
			return;
		case "truncatedJson":
			sendReply(exchange, { ...jsonReply(200, null), body: firstHalf(healthy()) });
			return;
		case "otherShape": {
			const body = goJson(fault.body ?? { surprise: [1, "two", { three: null }] });
			sendReply(exchange, { ...jsonReply(200, null), body });
			return;
		}
		case "huge":
		case "endless":
			writeHead(exchange, jsonReply(200, null));
			await writeLongJson(
				response,
				fault.kind === "huge" ? (fault.bytes ?? 40 * megabyte) : Infinity,
			);
			return;
		case "never":
			return;
		case "cut":
			cutOff(exchange, healthy());
			return;
		case "slow":
			sendReply(exchange, healthy());
			return;
		case "garbage":
			sendReply(exchange, { ...jsonReply(200, null), body: randomBytes(4096) });
			return;
		case "notHttp":
			response.socket?.end(randomBytes(512));
			return;
	}
}

function firstHalf(reply: Reply): Buffer {
	const body = Buffer.from(reply.body);
	return body.subarray(0, Math.ceil(body.length / 2));
}

/** Announces the whole response, sends half of it, and destroys the connection. */
function cutOff(exchange: Exchange, reply: Reply): void {
	const length = Buffer.byteLength(reply.body);
	writeHead(exchange, reply, { "Content-Length": length + 1 });
	exchange.response.write(firstHalf(reply), () => {
		exchange.response.destroy();
	});
}

function writeHead(exchange: Exchange, reply: Reply, more: Record<string, number> = {}): void {
	exchange.response.writeHead(reply.status, {
		...coderHeaders(exchange),
		...replyHeaders(reply),
		...more,
	});
}

function randomBytes(count: number): Buffer {
	const random = seededRandom(count);
	return Buffer.from(Array.from({ length: count }, () => Math.floor(random() * 256)));
}
