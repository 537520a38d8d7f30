import { isJsonObject, parseJson, type JsonValue } from "../base/json.ts";
import { scrub } from "../coder/scrub.ts";

/** The texts of Coder's error responses, safe to show. */
export interface ErrorBody {
	readonly message: string;
	readonly detail: string;
}

/**
 * Parses Coder's error body; returns `undefined` for any other body. Texts are scrubbed, because some servers repeat
 * the rejected token.
 */
export function readErrorBody(body: string): ErrorBody | undefined {
	let json: JsonValue;
	try {
		json = parseJson(body);
	} catch {
		return undefined;
	}
	if (!isJsonObject(json) || typeof json.message !== "string") return undefined;
	return {
		message: presentable(json.message),
		detail: typeof json.detail === "string" ? presentable(json.detail) : "",
	};
}

/** Maximum length of a server's text, in characters. */
const longestText = 500;

function presentable(text: string): string {
	const safe = scrub(text);
	return safe.length > longestText ? `${safe.slice(0, longestText)}…` : safe;
}
