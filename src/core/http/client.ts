import { ExcessError } from "../base/bounds.ts";
import { cspReports, endpoints, type Endpoint } from "../coder/endpoints.ts";
import { explainBody, explainExcess, explainPage, explainStatus } from "./explainResponse.ts";
import { explainTransport } from "./explainTransport.ts";
import type { ApiFailure, FailureKind, Outcome } from "./failure.ts";
import { parseJson, type JsonObject, type JsonValue } from "../base/json.ts";
import type { Logger } from "../base/logger.ts";
import type { Answers, EndpointId } from "../coder/model.ts";
import type { Network } from "./settings/network.ts";
import { defaultNetworkOptions, type NetworkOptions } from "./settings/networkOptions.ts";
import type { Standing } from "./settings/perDeployment.ts";
import { toTransportError } from "./networkErrors.ts";
import { parseAnswer } from "../coder/parseAnswer.ts";
import { buildRequest, type RequestParts } from "./request.ts";
import { isPerOrganization, PerOrganization } from "./perOrganization.ts";
import type { Answer, Reply } from "./reply.ts";
import { readHeaders, type ResponseHeaders } from "./responseHeaders.ts";
import { scrub } from "../coder/scrub.ts";
import { untilAborted } from "../base/timeLimit.ts";
import { TokenProblem } from "./tokenProblem.ts";
import { scopeWords } from "./statusFailures.ts";
import { TokenScope } from "./tokenScope.ts";
import { cancelledRequest } from "./cancelledRequest.ts";
import { noToken, unreadableToken } from "./tokenFailures.ts";
import { TransportError, type Transport, type TransportResponse } from "./transport.ts";

/** The deployment and account of a client's requests. */
export interface Connection {
	/** The deployment's base URL, without a trailing slash. */
	readonly url: string;
	/**
	 * Reads the session token for each request that requires it; `undefined` when signed out. Throws a {@link
	 * TokenProblem} if there is one that must not be sent.
	 */
	token(): PromiseLike<string | undefined>;
	/** The `User-Agent` of requests. */
	readonly userAgent: string;
	/** How to reach the deployment; by default, as if nothing were set. */
	readonly network?: Pick<Network, "options" | "invalidateHeaders" | "withheld">;
	/** Whether the user signed in there or agreed to send it the headers from the settings; false by default. */
	readonly confirmed?: boolean;
	/** Whether the token's scopes exclude its account. */
	readonly limited?: boolean;
}

/** A request with a successful response, as far as HTTP is concerned. */
interface Exchange {
	readonly response: TransportResponse;
	readonly url: URL;
	readonly tookMs: number;
}

/** Options of a request for an endpoint, in addition to its table entry. */
type Manner = Pick<RequestParts, "force" | "organization">;

type Sent =
	| { readonly ok: true; readonly value: Exchange; readonly headers: ResponseHeaders }
	| { readonly ok: false; readonly failure: ApiFailure; readonly headers?: ResponseHeaders };

const refusals: ReadonlySet<FailureKind> = new Set([
	"signedOut",
	"forbidden",
	"redirected",
	"notCoder",
]);

/** Requests a deployment's endpoints. Returns typed values or failures in sentences; never throws. */
export class CoderClient {
	readonly #transport: Transport;
	readonly #connection: Connection;
	readonly #log: Logger;
	readonly #scope = new TokenScope((signal) => this.#request("user", signal));
	readonly #organizations = new PerOrganization(async (route, body, signal) => {
		const sent = await this.#send(route, body, signal);
		return sent.ok ? readJson(sent.value.response, sent.value.url, route) : sent;
	});

	constructor(transport: Transport, connection: Connection, log: Logger) {
		this.#transport = transport;
		this.#connection = connection;
		this.#log = log;
	}

	/**
	 * Requests one endpoint. Aborting `signal` cancels the request.
	 *
	 * @param force whether the server should compute a cached answer again
	 */
	async get<K extends EndpointId>(
		id: K,
		signal?: AbortSignal,
		force = false,
	): Promise<Reply<Answers[K]>> {
		const pending = isPerOrganization(id)
			? this.#organizations.get(
					id,
					(organization) => this.#request(id, signal, { organization }),
					signal,
				)
			: this.#request(id, signal, { force });
		if (id === "user") this.#scope.learn(pending as Promise<Reply<Answers["user"]>>);
		const reply = await pending;
		if (reply.ok || !(await this.#scope.forbids(endpoints[id], reply.failure, signal)))
			return reply;
		const failure = { ...reply.failure, ...scopeWords() };
		this.#log.warn(failure.message);
		return { ...reply, failure };
	}

	/** Requests what an endpoint depends on, so that {@link get} needs fewer round trips. No permission is required. */
	prepare(id: EndpointId, signal: AbortSignal): void {
		if (isPerOrganization(id)) this.#organizations.prepare(signal);
	}

	async #request<K extends EndpointId>(
		id: K,
		signal: AbortSignal | undefined,
		manner?: Manner,
	): Promise<Reply<Answers[K]>> {
		const endpoint: Endpoint = endpoints[id];
		const sent = await this.#send(endpoint, endpoint.body, signal, manner);
		return sent.ok ? { ...this.#read(id, sent.value), headers: sent.headers } : sent;
	}

	#read<K extends EndpointId>(
		id: K,
		{ response, url, tookMs }: Exchange,
	): Outcome<Answer<Answers[K]>> {
		const endpoint = endpoints[id];
		const read = readJson(response, url, endpoint);
		if (!read.ok) return this.#failed(read.failure);
		const parsed = parseAnswer(id, read.value);
		if (parsed.ok) {
			return { ok: true, value: { value: parsed.value, tookMs, ...rateLimit(response) } };
		}
		if (parsed.excess !== undefined)
			return this.#failed(explainExcess(response, endpoint, parsed.excess));
		const stranger = !endpoint.auth && response.header("X-Coder-Build-Version") === undefined;
		return this.#failed(
			stranger ? explainPage(response, url) : explainBody(response, endpoint, parsed.field),
		);
	}

	/** Posts a CSP violation report. The server logs it at debug level and doesn't store it. */
	async reportCsp(report: JsonObject, signal?: AbortSignal): Promise<Outcome<void>> {
		const sent = await this.#send(cspReports, report, signal);
		return sent.ok ? { ok: true, value: undefined } : sent;
	}

	async #send(
		endpoint: Endpoint,
		body: JsonObject | undefined,
		signal: AbortSignal | undefined,
		manner: Manner = {},
	): Promise<Sent> {
		const reading = endpoint.auth ? await this.#token(signal) : undefined;
		if (reading?.ok === false) return this.#failed(reading.failure);
		const token = reading?.value;
		const network = await this.#network(signal);
		if (!network.ok) return this.#failed(network.failure);
		const request = buildRequest({
			endpoint,
			url: this.#connection.url,
			token,
			userAgent: this.#connection.userAgent,
			network: network.value,
			body: body && JSON.stringify(body),
			signal,
			...manner,
		});
		const url = new URL(request.url);
		const started = performance.now();
		const line = (what: string): string =>
			`${endpoint.method} ${url.origin}${url.pathname} ${what} ${Math.round(performance.now() - started)} ms`;
		try {
			const response = await this.#transport.send(request);
			const id = response.header("X-Coder-Request-Id") ?? "-";
			this.#log.info(`${line(String(response.status))} request ${scrub(id)}`);
			const headers = readHeaders(response, endpoint.auth);
			if (response.status < 200 || response.status > 299) {
				const failure = explainStatus(response, url, endpoint, this.#connection.limited);
				return { ...this.#failed(failure), headers };
			}
			return { ok: true, value: { response, url, tookMs: performance.now() - started }, headers };
		} catch (error) {
			const problem = error instanceof TransportError ? error : toTransportError(error);
			this.#log.warn(line(problem.message));
			return this.#failed(explainTransport(problem, request));
		}
	}

	/** Returns how to reach the deployment with the current settings. */
	async #network(
		signal: AbortSignal = new AbortController().signal,
	): Promise<Outcome<NetworkOptions>> {
		const { network, url } = this.#connection;
		return network
			? network.options(url, signal, this.#standing)
			: { ok: true, value: defaultNetworkOptions };
	}

	async #token(signal: AbortSignal | undefined): Promise<Outcome<string>> {
		try {
			const token = await untilAborted(this.#connection.token(), signal);
			return token ? { ok: true, value: token } : { ok: false, failure: noToken() };
		} catch (error) {
			if (signal?.aborted) return { ok: false, failure: cancelledRequest() };
			if (error instanceof TokenProblem) return { ok: false, failure: error.failure };
			return { ok: false, failure: unreadableToken(error) };
		}
	}

	#failed(failure: ApiFailure): { readonly ok: false; readonly failure: ApiFailure } {
		if (failure.kind !== "cancelled")
			this.#log.warn([failure.message, ...failure.causes].join(" <- "));
		const { network, url } = this.#connection;
		if (!network || !refusals.has(failure.kind)) return { ok: false, failure };
		// A gateway in front of Coder responds like this if headers are missing or a command's headers have expired.
		network.invalidateHeaders(url);
		const withheld = network.withheld(url, this.#standing);
		return { ok: false, failure: withheld.length > 0 ? { ...failure, withheld } : failure };
	}

	get #standing(): Standing {
		return this.#connection.confirmed ? "confirmed" : "unconfirmed";
	}
}

/**
 * Reads Coder's rate limit. X-RateLimit-Reset is in seconds since the epoch. The headers are missing if there is no
 * limit.
 */
function rateLimit(response: TransportResponse): { readonly notBefore?: number } {
	if (response.header("X-RateLimit-Remaining") !== "0") return {};
	const reset = Number(response.header("X-RateLimit-Reset"));
	return Number.isFinite(reset) && reset > 0 ? { notBefore: reset * 1000 } : {};
}

function readJson(response: TransportResponse, url: URL, endpoint: Endpoint): Outcome<JsonValue> {
	try {
		return { ok: true, value: parseJson(response.body.replace(/^\uFEFF/, "")) };
	} catch (error) {
		if (error instanceof ExcessError)
			return { ok: false, failure: explainExcess(response, endpoint, error.message) };
		const page =
			response.header("Content-Type")?.includes("html") ??
			response.body.trimStart().startsWith("<");
		return {
			ok: false,
			failure: page ? explainPage(response, url) : explainBody(response, endpoint, undefined),
		};
	}
}
