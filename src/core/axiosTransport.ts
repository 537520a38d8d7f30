import axios, { type AxiosResponse } from "axios";
import { toTransportError } from "./networkErrors.ts";
import {
	TransportError,
	type Transport,
	type TransportRequest,
	type TransportResponse,
} from "./transport.ts";

/**
 * The only file that knows axios. Redirects are never followed: axios would carry the custom token header to the
 * other origin. Proxies are VS Code's business: it patches Node's http and https, so axios must not do it again.
 */
export class AxiosTransport implements Transport {
	async send(request: TransportRequest): Promise<TransportResponse> {
		const deadline = AbortSignal.timeout(request.timeoutMs);
		const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;
		try {
			const response = await axios.request<string>({
				adapter: "http",
				method: request.method,
				url: request.url,
				headers: { ...request.headers },
				data: request.body,
				signal,
				maxRedirects: 0,
				maxContentLength: request.maxBytes,
				proxy: false,
				responseType: "text",
				responseEncoding: "utf8",
				transformRequest: [(body: unknown) => body],
				transformResponse: [(body: unknown) => body],
				validateStatus: () => true,
			});
			return {
				status: response.status,
				header: (name) => headerOf(response, name),
				body: response.data,
			};
		} catch (error) {
			// The error itself stays here: its `config` carries the request's headers.
			if (request.signal?.aborted) throw new TransportError("cancelled", "", []);
			if (deadline.aborted) throw new TransportError("timeout", "ETIMEDOUT", []);
			if (error instanceof Error && error.message.startsWith("maxContentLength")) {
				throw new TransportError("tooLarge", "", []);
			}
			throw toTransportError(error);
		}
	}
}

function headerOf(response: AxiosResponse, name: string): string | undefined {
	const value: unknown = response.headers[name.toLowerCase()];
	if (Array.isArray(value)) return value.join(", ");
	return typeof value === "string" ? value : undefined;
}
