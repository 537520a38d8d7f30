import { isJsonObject, parseJson, type JsonValue } from "../base/json.ts";
import { scrub } from "../coder/scrub.ts";

/** The texts of Coder's error answers, fit to be shown. */
export interface ErrorBody {
	readonly message: string;
	readonly detail: string;
}

/** Reads Coder's error body; nothing for any other body. Its texts are scrubbed: some servers repeat the token that they did not like. */
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

/** Characters of a server's text that are shown at most. */
const longestText = 500;

function presentable(text: string): string {
	const safe = scrub(text);
	return safe.length > longestText ? `${safe.slice(0, longestText)}…` : safe;
}
