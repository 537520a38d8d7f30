import { maskUrlPasswords } from "./mask.ts";

/** A session token: ten letters or digits, a dash, twenty-two more. Fact: Coder's key format. */
const tokenShape = /\b[A-Za-z0-9]{10}-[A-Za-z0-9]{22}\b/g;

/** A header or query parameter that carries a credential, with its value. */
const credential =
	/((?:coder[-_]session[-_]token|proxy-authorization|authorization|access_token|set-cookie|cookie)["']?\s*[:=]\s*["']?)(?:(?:bearer|basic|negotiate)\s+)?[^\s"',;&]+/gi;

/** Takes whatever may be a credential out of a text that is about to be shown or logged, whatever its letter case. */
export function scrub(text: string): string {
	return maskUrlPasswords(text)
		.replace(tokenShape, (token) => `${token.slice(0, 10)}-********`)
		.replace(credential, "$1********");
}
