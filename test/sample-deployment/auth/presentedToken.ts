import type { IncomingHttpHeaders } from "node:http";

/** Returns the request's session token, looked up in the server's order; "" if there is none. */
export function presentedToken(
	headers: IncomingHttpHeaders,
	query: URLSearchParams,
	acceptsBearer: boolean,
): string {
	const cookie = /(?:^|;\s*)coder_session_token=([^;]+)/.exec(headers.cookie ?? "")?.[1];
	const header = headers["coder-session-token"];
	const plain =
		cookie ?? query.get("coder_session_token") ?? (typeof header === "string" ? header : "");
	if (plain || !acceptsBearer) {
		return plain;
	}
	const bearer = /^bearer (.*)$/i.exec(headers.authorization ?? "")?.[1];
	return (bearer ?? query.get("access_token") ?? "").trim();
}
