import { goJson, type JsonValue } from "./json.ts";

/** A complete answer, before the headers that every answer carries are added. */
export interface Reply {
	readonly status: number;
	/** "" sends no Content-Type. */
	readonly contentType: string;
	readonly body: string | Buffer;
	readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

/** A JSON answer as Coder's own handlers write it. */
export function jsonReply(status: number, body: JsonValue, headers: Reply["headers"] = {}): Reply {
	return { status, contentType: "application/json; charset=utf-8", body: goJson(body), headers };
}

/** An HTML page, from the dashboard or from something in front of the server. */
export function htmlReply(status: number, body: string): Reply {
	return { status, contentType: "text/html; charset=utf-8", body };
}

/** A redirect with the short HTML body that Go's http.Redirect writes. */
export function redirectReply(status: number, to: string): Reply {
	const words = status === 307 ? "Temporary Redirect" : "Redirect";
	const body = `<a href="${to.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">${words}</a>.\n\n`;
	return { ...htmlReply(status, body), headers: { Location: to } };
}
