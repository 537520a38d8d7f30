import type { AxiosResponse } from "axios";
import sendHttp from "axios/lib/adapters/http.js";
import { firstAttemptMs } from "./connectionAttempts.ts";
import { defaultNetworkOptions, type NetworkOptions } from "./settings/networkOptions.ts";
import { nodeRequest, type Attempt } from "./nodeRequest.ts";
import { ServerCertificates } from "./tls/serverCertificates.ts";
import { isUnknownIssuer, TrustMemory } from "./tls/trust.ts";
import { proxyRefusal, toTransportError } from "./networkErrors.ts";
import {
	TransportError,
	type Transport,
	type TransportRequest,
	type TransportResponse,
} from "./transport.ts";

/**
 * The maximum number of attempts: two sets of authorities, a proxy that requires a password, and a connection that was
 * closed in the meantime.
 */
const maxTries = 5;

/**
 * The only file that uses axios. Redirects are never followed: axios would send the custom token header to the other
 * origin. VS Code or `proxy/` handles proxies, so axios must not.
 */
export class AxiosTransport implements Transport {
	readonly #trust = new TrustMemory();
	readonly #certificates = new ServerCertificates();

	async send(request: TransportRequest): Promise<TransportResponse> {
		const { tls, proxyAuthorization, route } = request.network ?? defaultNetworkOptions;
		const deadline = AbortSignal.timeout(request.timeoutMs);
		const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;
		const url = new URL(request.url);
		const trusts = this.#trust.order(url.origin, tls);
		const trust = trusts.shift() ?? "system";
		const attemptMs = firstAttemptMs(request.timeoutMs);
		let attempt: Attempt = { tls, trust, route, signal, attemptMs, trace: {} };
		for (let tries = 1; ; tries += 1) {
			try {
				const response = await exchange(request, attempt);
				this.#trust.worked(url.origin, attempt.trust);
				return response;
			} catch (error) {
				const problem = toProblem(error, request, deadline, attempt);
				const next =
					tries < maxTries && nextAttempt(problem, request, attempt, trusts, proxyAuthorization);
				if (!next) throw await this.#certificates.addTo(problem, url, attempt);
				attempt = next;
			}
		}
	}
}

/** Returns what to try next, if anything. No other program has received anything of the request yet. */
function nextAttempt(
	{ problem, code, details }: TransportError,
	{ method, timeoutMs, repeatable }: TransportRequest,
	attempt: Attempt,
	trusts: Attempt["trust"][],
	authorization: NetworkOptions["proxyAuthorization"],
): Attempt | undefined {
	if (problem === "certificate" && isUnknownIssuer(code)) {
		const trust = trusts.shift();
		return trust && { ...attempt, trust, trace: {} };
	}
	// No address responded, and some had little time because others had to be tried too: give them all the remaining
	// time.
	if (details.slowToConnect && attempt.attemptMs < timeoutMs)
		return { ...attempt, attemptMs: timeoutMs, trace: {} };
	// The server may have closed a keep-alive connection at the same moment.
	if (problem === "connectionLost" && attempt.trace.reused && (method === "GET" || repeatable))
		return { ...attempt, trace: {} };
	// VS Code chose a proxy that isn't in any setting, and doesn't use the setting for its password.
	const isNew = attempt.route.kind === "default" && authorization !== "";
	if (problem === "proxyAuth" && isNew && details.proxy?.startsWith("http")) {
		return {
			...attempt,
			route: { kind: "proxy", url: details.proxy, authorization, strict: true },
			trace: {},
		};
	}
	return undefined;
}

async function exchange(request: TransportRequest, attempt: Attempt): Promise<TransportResponse> {
	const response = await sendHttp({
		method: request.method,
		url: request.url,
		headers: { ...request.headers },
		data: request.body,
		signal: attempt.signal,
		maxRedirects: 0,
		maxContentLength: request.maxBytes,
		proxy: false,
		responseType: "text",
		responseEncoding: "utf8",
		transport: {
			request: (
				options: Parameters<typeof nodeRequest>[0],
				onResponse: Parameters<typeof nodeRequest>[2],
			) => nodeRequest(options, attempt, onResponse),
		},
		validateStatus: () => true,
	});
	const { proxyStatus } = attempt.trace;
	if (proxyStatus !== undefined) throw proxyRefusal(proxyStatus, attempt.trace);
	return {
		status: response.status,
		header: (name) => headerOf(response, name),
		values: (name) => attempt.trace.headers?.[name.toLowerCase()] ?? [],
		body: response.data,
	};
}

/** Returns the error to throw instead of the original one, whose `config` contains the request's headers. */
function toProblem(
	error: unknown,
	request: TransportRequest,
	deadline: AbortSignal,
	{ trace }: Attempt,
): TransportError {
	if (error instanceof TransportError) return error;
	if (request.signal?.aborted) return new TransportError("cancelled", "", []);
	if (deadline.aborted) {
		const details = trace.proxy === undefined ? {} : { proxy: trace.proxy };
		return new TransportError("timeout", "ETIMEDOUT", [], { ...details, timeUp: true });
	}
	if (error instanceof Error && error.message.startsWith("maxContentLength")) {
		return new TransportError("tooLarge", "", []);
	}
	return toTransportError(error, trace);
}

function headerOf(response: AxiosResponse, name: string): string | undefined {
	const value: unknown = response.headers[name.toLowerCase()];
	if (Array.isArray(value)) return value.join(", ");
	return typeof value === "string" ? value : undefined;
}
