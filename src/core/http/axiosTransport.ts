import type { AxiosResponse } from "axios";
import sendHttp from "axios/lib/adapters/http.js";
import { firstAttemptMs } from "./attempts.ts";
import { usualOptions, type NetworkOptions } from "./settings/networkOptions.ts";
import { nodeRequest, type Plan } from "./nodeRequest.ts";
import { ServerCertificates } from "./tls/serverCertificates.ts";
import { isUnknownIssuer, TrustMemory } from "./tls/trust.ts";
import { proxyRefusal, toTransportError } from "./networkErrors.ts";
import {
	TransportError,
	type Transport,
	type TransportRequest,
	type TransportResponse,
} from "./transport.ts";

/** Two authorities, a proxy that asks for a password, a connection that was closed meanwhile. */
const maxTries = 5;

/**
 * The only file that knows axios. Redirects are never followed: axios would carry the custom token header to the
 * other origin. Proxies are VS Code's business or that of `network/`, so axios must not deal with them.
 */
export class AxiosTransport implements Transport {
	readonly #trust = new TrustMemory();
	readonly #certificates = new ServerCertificates();

	async send(request: TransportRequest): Promise<TransportResponse> {
		const { tls, proxyAuthorization, route } = request.network ?? usualOptions;
		const deadline = AbortSignal.timeout(request.timeoutMs);
		const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;
		const url = new URL(request.url);
		const trusts = this.#trust.order(url.origin, tls);
		const trust = trusts.shift() ?? "usual";
		const attemptMs = firstAttemptMs(request.timeoutMs);
		let plan: Plan = { tls, trust, route, signal, attemptMs, seen: {} };
		for (let tries = 1; ; tries += 1) {
			try {
				const response = await exchange(request, plan);
				this.#trust.worked(url.origin, plan.trust);
				return response;
			} catch (error) {
				const problem = toProblem(error, request, deadline, plan);
				const next =
					tries < maxTries && nextPlan(problem, request, plan, trusts, proxyAuthorization);
				if (!next) throw await this.#certificates.addTo(problem, url, plan);
				plan = next;
			}
		}
	}
}

/** What to try next, if there is anything: nothing of the request has reached anybody yet. */
function nextPlan(
	{ problem, code, details }: TransportError,
	{ method, timeoutMs, repeatable }: TransportRequest,
	plan: Plan,
	trusts: Plan["trust"][],
	authorization: NetworkOptions["proxyAuthorization"],
): Plan | undefined {
	if (problem === "certificate" && isUnknownIssuer(code)) {
		const trust = trusts.shift();
		return trust && { ...plan, trust, seen: {} };
	}
	// No address answered, and some only because others were to be tried, too: now they get all the time there is.
	if (details.slowToConnect && plan.attemptMs < timeoutMs)
		return { ...plan, attemptMs: timeoutMs, seen: {} };
	// A connection that was kept open may have been closed by the server in the same moment.
	if (problem === "connectionLost" && plan.seen.reused && (method === "GET" || repeatable))
		return { ...plan, seen: {} };
	// VS Code chose a proxy that is in no setting, and does not know the setting of its password.
	const isNew = plan.route.kind === "usual" && authorization !== "";
	if (problem === "proxyAuth" && isNew && details.proxy?.startsWith("http")) {
		return {
			...plan,
			route: { kind: "proxy", url: details.proxy, authorization, strict: true },
			seen: {},
		};
	}
	return undefined;
}

async function exchange(request: TransportRequest, plan: Plan): Promise<TransportResponse> {
	const response = await sendHttp({
		method: request.method,
		url: request.url,
		headers: { ...request.headers },
		data: request.body,
		signal: plan.signal,
		maxRedirects: 0,
		maxContentLength: request.maxBytes,
		proxy: false,
		responseType: "text",
		responseEncoding: "utf8",
		transport: {
			request: (
				options: Parameters<typeof nodeRequest>[0],
				onResponse: Parameters<typeof nodeRequest>[2],
			) => nodeRequest(options, plan, onResponse),
		},
		validateStatus: () => true,
	});
	const { proxyStatus } = plan.seen;
	if (proxyStatus !== undefined) throw proxyRefusal(proxyStatus, plan.seen);
	return {
		status: response.status,
		header: (name) => headerOf(response, name),
		values: (name) => plan.seen.headers?.[name.toLowerCase()] ?? [],
		body: response.data,
	};
}

/** The error that may leave; the one that was thrown stays: its `config` carries the request's headers. */
function toProblem(
	error: unknown,
	request: TransportRequest,
	deadline: AbortSignal,
	{ seen }: Plan,
): TransportError {
	if (error instanceof TransportError) return error;
	if (request.signal?.aborted) return new TransportError("cancelled", "", []);
	if (deadline.aborted) {
		const details = seen.proxy === undefined ? {} : { proxy: seen.proxy };
		return new TransportError("timeout", "ETIMEDOUT", [], { ...details, timeUp: true });
	}
	if (error instanceof Error && error.message.startsWith("maxContentLength")) {
		return new TransportError("tooLarge", "", []);
	}
	return toTransportError(error, seen);
}

function headerOf(response: AxiosResponse, name: string): string | undefined {
	const value: unknown = response.headers[name.toLowerCase()];
	if (Array.isArray(value)) return value.join(", ");
	return typeof value === "string" ? value : undefined;
}
