import type { ApiFailure, FailureAction } from "./failure.ts";
import { formatBytes, formatDuration } from "./format.ts";
import { t } from "./l10n.ts";
import type { TransportError, TransportRequest } from "./transport.ts";

/** Says in sentences why a request got no answer. */
export function explainTransport(error: TransportError, request: TransportRequest): ApiFailure {
	const { host } = new URL(request.url);
	const [message, advice, action] = sentences(error, request, host);
	const kind = error.problem;
	return { kind, message, advice, action, causes: error.causes };
}

function sentences(
	error: TransportError,
	request: TransportRequest,
	host: string,
): [message: string, advice: string, action: FailureAction] {
	switch (error.problem) {
		case "cancelled":
			return [t("The request was cancelled."), t("Refresh to ask again."), "retry"];
		case "timeout":
			return [
				t("{0} did not answer within {1}.", host, formatDuration(request.timeoutMs)),
				t("Check your network connection, then try again."),
				"retry",
			];
		case "nameNotFound":
			return [
				t("The name {0} cannot be found.", host),
				t("Check the spelling of the URL, and whether you need a VPN to reach it."),
				"changeUrl",
			];
		case "refused":
			return [
				t("{0} refused the connection.", host),
				t("Check that Coder is running there and that the port is right."),
				"retry",
			];
		case "connectionLost":
			return [
				t("The connection to {0} broke off.", host),
				t("Try again; if it keeps happening, a proxy or firewall may be cutting it."),
				"retry",
			];
		case "certificate":
			return [
				t("The certificate of {0} cannot be trusted: {1}.", host, certificateProblem(error.code)),
				t("Ask your administrator for the right certificate authority."),
				"showLog",
			];
		case "proxy":
			return [
				t("The proxy on the way to {0} refused the connection.", host),
				t("Check the proxy in VS Code's settings."),
				"openSettings",
			];
		case "tooLarge":
			return [
				t(
					"{0} sent more than {1}, which no Coder server does.",
					host,
					formatBytes(request.maxBytes),
				),
				t("Check that the URL is that of a Coder deployment."),
				"changeUrl",
			];
		case "network":
			return [
				t("The connection to {0} failed ({1}).", host, error.code || error.causes[0] || "?"),
				t("The log has the details."),
				"showLog",
			];
	}
}

function certificateProblem(code: string): string {
	switch (code) {
		case "CERT_HAS_EXPIRED":
			return t("it has expired");
		case "CERT_NOT_YET_VALID":
			return t("it is not valid yet");
		case "DEPTH_ZERO_SELF_SIGNED_CERT":
			return t("it is self-signed");
		case "SELF_SIGNED_CERT_IN_CHAIN":
			return t("a certificate authority that signed it is not known here");
		case "ERR_TLS_CERT_ALTNAME_INVALID":
			return t("it is for another host name");
		default:
			return t("who issued it is not known here");
	}
}
