import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { presentedToken } from "./auth/presentedToken.ts";
import { dispatch } from "./dispatch.ts";
import { internalError } from "./errors.ts";
import { readBody, type Exchange } from "./exchange.ts";
import { applyFault } from "./faults/applyFault.ts";
import { findRoute } from "./route.ts";
import { sendForeign, sendReply } from "./send.ts";
import type { SampleState } from "./state.ts";

/** Handles a request from its arrival to the end of its response, including faults. */
export async function serve(
	state: SampleState,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const exchange = open(state, request, response);
	try {
		await answer(exchange);
	} catch (error) {
		console.error("the sample deployment failed", error);
		if (response.headersSent) {
			response.destroy();
		} else {
			sendReply(exchange, internalError());
		}
	}
}

async function answer(exchange: Exchange): Promise<void> {
	const { state, request, response } = exchange;
	const fault = state.faults.take(exchange.route.id);
	exchange.record.fault = fault?.kind;
	const body = await readBody(request);
	exchange.record.body = body.toString("utf8");
	if (fault?.delayMs !== undefined) {
		await sleep(fault.delayMs);
	}
	if (response.destroyed) {
		return;
	}
	if (fault) {
		await applyFault(exchange, fault, () => dispatch(exchange, body));
	} else {
		// The redirect to the access URL is sent before Coder's headers are added.
		const redirected = state.options.accessUrlRedirect !== undefined;
		(redirected ? sendForeign : sendReply)(exchange, dispatch(exchange, body));
	}
}

function open(state: SampleState, request: IncomingMessage, response: ServerResponse): Exchange {
	const { method = "GET", url = "/" } = request;
	const [path = "/", ...rest] = url.split("?");
	const query = new URLSearchParams(rest.join("?"));
	const { level } = state.version;
	const route = findRoute(method, path, state.options.basePath ?? "", level);
	const token = presentedToken(request.headers, query, level >= 25);
	const now = state.clock();
	const record = state.log.add({
		at: now,
		method,
		path: url,
		endpoint: route.id,
		headers: request.headers,
		rawHeaders: request.rawHeaders,
		hasToken: token !== "",
		token: state.tokens.nameOf(token),
		body: "",
		status: undefined,
		fault: undefined,
		tookMs: undefined,
	});
	const arrived = performance.now();
	response.once("close", () => {
		record.status = response.headersSent ? response.statusCode : undefined;
		record.tookMs = performance.now() - arrived;
		const fault = record.fault === undefined ? "" : ` fault:${record.fault}`;
		const status = record.status ?? "-";
		state.options.onRequest?.(
			`${method} ${path} ${status} ${record.tookMs.toFixed(1)} ms token:${record.token ?? (token ? "other" : "none")}${fault}`,
		);
	});
	return { state, request, response, route, query, token, record, now };
}
