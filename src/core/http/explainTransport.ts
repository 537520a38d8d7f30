import { cancelledRequest } from "./cancelledRequest.ts";
import type { ApiFailure, FailureKind } from "./failure.ts";
import { formatBytes, formatDuration } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { wantsClientCertificate, wrongScheme } from "./explainNonCoderResponse.ts";
import { explainCertificate } from "./tls/explainCertificate.ts";
import type { TransportError, TransportProblem, TransportRequest } from "./transport.ts";

type Explanation = Pick<ApiFailure, "message" | "advice" | "action" | "setting">;

/** Explains in sentences why a request got no response. */
export function explainTransport(error: TransportError, request: TransportRequest): ApiFailure {
	const { certificates } = error.details;
	return {
		kind: kindOf(error.problem),
		...sentences(error, request, new URL(request.url)),
		...(certificates ? { certificates } : {}),
		causes: error.causes,
	};
}

function kindOf(problem: TransportProblem): FailureKind {
	switch (problem) {
		case "notHttp":
			return "notCoder";
		case "headersTooLarge":
			return "tooLarge";
		default:
			return problem;
	}
}

function sentences(error: TransportError, request: TransportRequest, url: URL): Explanation {
	const { host } = url;
	switch (error.problem) {
		case "cancelled":
			return cancelledRequest();
		case "timeout":
			return {
				message: error.details.timeUp
					? t("{0} didn't respond within {1}.", host, formatDuration(request.timeoutMs))
					: t("The connection to {0} timed out.", host),
				advice: error.details.proxy
					? t("Check that {0} is the right proxy, and then try again.", error.details.proxy)
					: t("Check your network connection, and then try again."),
				action: "retry",
			};
		case "nameNotFound":
			return {
				message: t("The host name {0} can't be found.", host),
				advice: t("Check the spelling of the URL and whether you need a VPN."),
				action: "changeUrl",
			};
		case "refused":
			return {
				message: t("{0} refused the connection.", host),
				advice: t("Check that Coder is running there and that the port is correct."),
				action: "retry",
			};
		case "connectionLost":
			return {
				message: t("The connection to {0} was lost.", host),
				advice: request.network?.tls.cert
					? t(
							"Try again. If the problem persists, the server might not accept the client certificate.",
						)
					: t(
							"Try again. If the problem persists, a proxy or firewall might be closing the connection.",
						),
				action: "retry",
			};
		case "certificate":
			return explainCertificate(
				error.code,
				host,
				request.network?.tls.servername ?? url.hostname,
				error.details.certificates ?? [],
				Date.now(),
			);
		case "clientCertificate":
			return clientCertificate(error, request, host);
		case "proxyAuth":
		case "proxy":
			return proxy(error, host);
		case "wrongScheme":
			return wrongScheme(url);
		case "notHttp":
			return {
				message: t("{0} responded, but not over HTTP.", host),
				advice: t("Check that the port is that of a Coder deployment."),
				action: "changeUrl",
			};
		case "headersTooLarge":
			return {
				message: t("{0} sent too many headers.", host),
				advice: t(
					"Check whether the server, or a proxy in front of it, adds very long or too many headers, such as cookies.",
				),
				action: "showLog",
			};
		case "tooLarge":
			return {
				message: t(
					"{0} sent more than {1}. A Coder server never sends that much.",
					host,
					formatBytes(request.maxBytes),
				),
				advice: t("Check that the URL is that of a Coder deployment."),
				action: "changeUrl",
			};
		case "network":
			return {
				message: t(
					"The connection to {0} failed ({1}).",
					host,
					error.code || error.causes[0] || "?",
				),
				advice: t("See the log for details."),
				action: "showLog",
			};
	}
}

function clientCertificate(
	error: TransportError,
	request: TransportRequest,
	host: string,
): Explanation {
	const failure = wantsClientCertificate(host);
	if (request.network?.tls.cert === undefined) return failure;
	return {
		...failure,
		message: t("{0} rejected the client certificate ({1}).", host, error.code),
		advice: t("Check that it's the right one and hasn't expired."),
	};
}

function proxy({ problem, code, details }: TransportError, host: string): Explanation {
	const name = details.proxy ?? t("on the way to {0}", host);
	const settings = { action: "openSettings", setting: "http.proxy" } as const;
	if (problem === "proxyAuth") {
		return {
			message: t("The proxy {0} requires a user name and password.", name),
			advice: t(
				"Add them to VS Code's setting http.proxy as http://user:password@host:port, or set http.proxyAuthorization.",
			),
			...settings,
		};
	}
	if (details.proxyStatus !== undefined) {
		return {
			message: t(
				"The proxy {0} didn't connect to {1}: it responded with status {2}.",
				name,
				host,
				details.proxyStatus,
			),
			advice: t("Check that the proxy allows this connection, or add the host to http.noProxy."),
			...settings,
		};
	}
	return {
		message: t("The proxy {0} can't be reached ({1}).", name, code || "?"),
		advice: t("Check the proxy in VS Code's settings."),
		...settings,
	};
}
