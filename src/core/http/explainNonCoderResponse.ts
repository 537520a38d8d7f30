import type { ApiFailure, FailureKind } from "./failure.ts";
import { t } from "../base/l10n.ts";
import { scrub } from "../coder/scrub.ts";
import type { TransportResponse } from "./transport.ts";

/** Why a response isn't from Coder's API. */
export interface Explanation extends Pick<ApiFailure, "message" | "advice" | "action" | "setting"> {
	readonly kind: FailureKind;
}

/**
 * Explains who responded instead of Coder's API: a gateway, a web page, a Coder server at another path, or something
 * else.
 */
export function explainNonCoderResponse(response: TransportResponse, url: URL): Explanation {
	return gateway(response, url) ?? page(response, url) ?? somebody(url);
}

/** Explains that a URL uses HTTP instead of HTTPS or the other way round. */
export function wrongScheme({ protocol, host }: URL): Explanation {
	const secure = protocol === "https:";
	return {
		kind: "wrongScheme",
		message: secure
			? t("{0} doesn't use HTTPS on this port.", host)
			: t("{0} uses only HTTPS on this port.", host),
		advice: t("Sign in with a URL that begins with {0}.", secure ? "http://" : "https://"),
		action: "changeUrl",
	};
}

/** Explains that a server requires a client certificate. */
export function wantsClientCertificate(host: string): Explanation {
	return {
		kind: "clientCertificate",
		message: t("{0} requires a client certificate, but none is set.", host),
		advice: t("Set the certificate file and key file that your administrator gave you."),
		action: "openSettings",
		setting: "coderDeployment.tlsCertFile",
	};
}

/** Explains TLS errors that are reported over HTTP, in the words of Go, nginx, and Apache, in this order. */
function gateway({ status, body }: TransportResponse, url: URL): Explanation | undefined {
	if (status !== 400) return undefined;
	const start = body.slice(0, 2000);
	if (/HTTP request (?:was sent )?to (?:an )?HTTPS|plain HTTP to an SSL-enabled/i.test(start)) {
		return wrongScheme(url);
	}
	return /No required SSL certificate was sent/i.test(start)
		? wantsClientCertificate(url.host)
		: undefined;
}

function page(response: TransportResponse, url: URL): Explanation | undefined {
	const type = response.header("Content-Type") ?? "";
	if (!type.includes("html") && !response.body.trimStart().startsWith("<")) return undefined;
	if (response.header("X-Coder-Build-Version") !== undefined) {
		return {
			kind: "notCoder",
			message: t("{0} is a Coder server, but its API isn't at this path.", url.host),
			advice: t("Use the URL where the dashboard begins."),
			action: "changeUrl",
		};
	}
	const title = titleOf(response.body);
	return {
		kind: "notCoder",
		message:
			title === ""
				? t("{0} returned a web page instead of Coder's API.", url.host)
				: t("{0} returned the web page “{1}” instead of Coder's API.", url.host, title),
		advice: t(
			"It might be your network's sign-in page: open {0} in a browser and sign in there. Otherwise, the URL isn't that of a Coder deployment.",
			url.origin,
		),
		action: "changeUrl",
	};
}

function somebody(url: URL): Explanation {
	return {
		kind: "notCoder",
		message: t("{0} responded, but not as Coder's API.", url.host),
		advice: t("Check that the URL is that of a Coder deployment."),
		action: "changeUrl",
	};
}

const longestTitle = 60;

/** Returns a page's title as one line of text. */
function titleOf(body: string): string {
	const found = /<title[^<>]*>([^<]*)/i.exec(body.slice(0, 20_000))?.[1] ?? "";
	const title = scrub(found.replace(/\s+/g, " ").trim());
	return title.length > longestTitle ? `${title.slice(0, longestTitle)}…` : title;
}
