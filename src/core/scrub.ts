import { maskUrlPasswords } from "./mask.ts";

/** A session token: ten letters or digits, a dash, twenty-two more. Fact: Coder's key format. */
const tokenShape = /([A-Za-z0-9]{10})-[A-Za-z0-9]{22}/g;

/** A header that carries credentials; all of it is one, to the end of the line or of the quotation. */
const credentials =
	/((?:(?:proxy-)?authorization|(?:set-)?cookie)["']?\s*[:=]\s*["']?)[^\r\n"']+/gi;

/** A header or query parameter that carries a token. */
const parameter = /((?:coder[-_]session[-_]token|access_token)["']?\s*[:=]\s*["']?)[^\s"',;&]+/gi;

/** How VS Code's proxy support names a proxy in its errors, user name and password included (until 1.100). */
const proxyCredentials = /\b(PROXY|HTTPS?|SOCKS[45]?) [^\s@]+@/g;

/** Takes whatever may be a credential out of a text that is about to be shown or logged, whatever its letter case. */
export function scrub(text: string): string {
	return maskUrlPasswords(text)
		.replace(proxyCredentials, "$1 ********@")
		.replace(tokenShape, "$1-********")
		.replace(credentials, "$1********")
		.replace(parameter, "$1********");
}
