import { maskedText } from "./maskedText.ts";
import { isWord, maskNamedValues } from "./namedValues.ts";

/**
 * A session token: ten letters or digits, a dash, 22 more (Coder's key format). The expression begins with the dash
 * because engines find a fixed character much faster than they look behind at every position.
 */
const coderToken = /-(?<=[A-Za-z0-9]{10}-)[A-Za-z0-9]{22}/g;

/** Tokens with a known format: JSON Web Tokens, GitHub's, GitLab's, Slack's, OpenAI's, and Anthropic's. */
const knownTokens =
	/(?<![\w-])(?:eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?|gh[oprsu]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abeprs]-[\w-]{10,}|sk-[\w-]{20,})/g;

/** A private key in PEM, up to its end or the end of the text. */
const privateKeys = /(-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----)[^]*?(?:(?=-----END )|$)/g;

/** A header with credentials, up to the end of the line or the quotation. */
const credentials =
	/((?<!\w)(?:(?:proxy-)?authorization|(?:set-)?cookie)["']?\s*[:=]\s*["']?)[^\r\n"']+/gi;

/** A header's value on its own, as in a list of names and values, but not as part of a sentence. */
const bearer =
	/\b(Bearer|Basic|Negotiate)(\s{1,8})(?!(?:tokens?|auth\w*|scheme|realm|error\w*|credentials?|is|was|are|or|and|in|for|header|must|required|challenge)\b)([\w.~+/=-]+)/gi;

/** User and password as in Go's MySQL driver: `user:password@tcp(host)`. */
const mysqlPasswords = /(?<![^\s"'=])([^\s:@/"'=]+):[^\s@]{1,200}@(?=(?:tcp|unix)\()/g;

/** A proxy as VS Code's proxy support reports it in errors, including user name and password (until 1.100). */
const proxyCredentials = /\b(PROXY|HTTPS?|SOCKS[45]?) [^\s@]+@/g;

/** Schemes with a user that is a name, not a token. */
const userSchemes =
	/^(?:(?:git|svn)\+ssh|ssh(?:\+git)?|s?ftp|scp|git|postgres(?:ql)?|mysql|mailto)$/i;

/**
 * Masks possible credentials in a text from outside or before it's shown or logged: tokens by format, private keys,
 * headers, `name=value` by name, and passwords and tokens in URLs and connection strings. Linear time for any text, and
 * idempotent.
 */
export function maskText(text: string): string {
	const masked = maskAddresses(text)
		.replace(privateKeys, `$1${maskedText}`)
		.replace(coderToken, `-${maskedText}`)
		.replace(knownTokens, maskedText)
		.replace(credentials, `$1${maskedText}`)
		.replace(bearer, maskBearer);
	return maskNamedValues(masked);
}

/**
 * Masks addresses. Most texts contain none, and searching for their delimiter is much faster than matching the formats.
 */
function maskAddresses(text: string): string {
	if (!text.includes("@")) return text;
	return maskUrlUsers(text)
		.replace(mysqlPasswords, `$1:${maskedText}@`)
		.replace(proxyCredentials, `$1 ${maskedText}@`);
}

/**
 * Masks the password in each `scheme://user:password@host`, and a user without a password, which may be a token. The
 * server masks neither. Coder's descriptions explain the format as `http://[user:pass@]host:port`, which is kept.
 */
export function maskUrlUsers(text: string): string {
	return text.replace(
		/((?<![a-z0-9+.-])([a-z0-9+.-]+):\/\/(?!\[user:pass@\]))([^\s/:@?#"']*)(:[^\s/"]+)?@/gi,
		(match, start: string, scheme: string, user: string, password: string | undefined) => {
			if (password !== undefined) return `${start}${user}:${maskedText}@`;
			return user === "" || userSchemes.test(scheme) ? match : `${start}${maskedText}@`;
		},
	);
}

function maskBearer(match: string, scheme: string, space: string, value: string): string {
	return isWord(value) && scheme.toLowerCase() !== "bearer" ? match : scheme + space + maskedText;
}
