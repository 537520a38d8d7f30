import { goJson, type JsonValue } from "./json.ts";

/** A complete response, without the headers that every response has. */
export interface Reply {
	readonly status: number;
	/** "" sends no Content-Type. */
	readonly contentType: string;
	readonly body: string | Buffer;
	readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

/** Returns a JSON response in the format of Coder's own handlers. */
export function jsonReply(status: number, body: JsonValue, headers: Reply["headers"] = {}): Reply {
	return { status, contentType: "application/json; charset=utf-8", body: goJson(body), headers };
}

/** Returns an HTML page, from the dashboard or from something in front of the server. */
export function htmlReply(status: number, body: string): Reply {
	return { status, contentType: "text/html; charset=utf-8", body };
}

/** Returns a redirect with the short HTML body of Go's http.Redirect. */
export function redirectReply(status: number, to: string): Reply {
	const words = status === 307 ? "Temporary Redirect" : "Redirect";
	const body = `<a href="${to.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">${words}</a>.\n\n`;
	return { ...htmlReply(status, body), headers: { Location: to } };
}
