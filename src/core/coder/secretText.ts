import { maskAddresses } from "./maskAddresses.ts";
import { maskedText } from "./maskedText.ts";
import { isWord, maskNamedValues } from "./namedValues.ts";

/**
 * A session token: ten letters or digits, a dash, 22 more (Coder's key format). The expression begins with the dash
 * because engines find a fixed character much faster than they look behind at every position.
 */
const coderToken = /-(?<=[A-Za-z0-9]{10}-)[A-Za-z0-9]{22}/g;

/**
 * Tokens with a known format: JSON Web Tokens and those of Git hosts, registries, clouds, Vault, Slack, Tailscale,
 * payment services, and AI providers.
 */
const knownTokens =
	/(?<![\w-])(?:eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?|gh[oprsu]_\w{20,}|github_pat_\w{20,}|gl[a-z]{2,6}-[\w-]{16,}|xox[abeprs]-[\w-]{10,}|xapp-[\w-]{10,}|sk-[\w-]{20,}|[prs]k_(?:live|test)_\w{16,}|npm_\w{30,}|pypi-[\w-]{16,}|dckr_[op]at_[\w-]{16,}|hv[brs]\.[\w-]{20,}|do[opr]_v1_\w{40,}|tskey-[\w-]{16,}|AIza[\w-]{30,}|ya29\.[\w-]{16,}|SG\.[\w-]{16,}\.[\w-]{16,}|ATATT3[\w=-]{20,}|AGE-SECRET-KEY-1\w{20,})/g;

/** A word after what names it: `invalid token …`, `the password is "…"`. */
const namedWords =
	/\b((?:token|password|passphrase|secret|api ?-?key)(?:\s{1,4}is)?\s{1,4}["'`“‘]{0,2})([\w+/=~-]{12,})/gi;

/** A private key in PEM or SSH's older format, up to its end or the end of the text. */
const privateKeys =
	/(-{4,5} ?BEGIN [\w ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5})[^]*?(?:(?=-{4,5} ?END )|$)/gi;

/** A header with credentials, up to the end of the line or the quotation. */
const credentials =
	/((?<!\w)(?:(?:proxy-)?authorization|(?:set-)?cookie)["']?\s*[:=]\s*["']?)[^\r\n"']+(?:(?<==)"[^"\r\n]*"[^\r\n"']*)*/gi;

/** A header's value on its own, as in a list of names and values, but not as part of a sentence. */
const bearer =
	/\b(Bearer|Basic|Negotiate|ApiKey)(\s{1,8}["']?)(?!(?:tokens?|auth\w*|scheme|realm|error\w*|credentials?|is|was|are|or|and|in|for|header|must|required|challenge)\b)([\w.~+/=-]+)/gi;

/**
 * Masks possible credentials in a text from outside or before it's shown or logged: tokens by format, private keys,
 * headers, `name=value` by name, and passwords and tokens in URLs and connection strings. Linear time for any text, and
 * idempotent.
 */
export function maskText(text: string): string {
	let masked = maskAddresses(text);
	// The most expensive expressions run only on texts that they could match.
	if (masked.includes("----")) masked = masked.replace(privateKeys, `$1${maskedText}`);
	masked = masked
		.replace(coderToken, `-${maskedText}`)
		.replace(knownTokens, maskedText)
		.replace(credentials, `$1${maskedText}`)
		.replace(bearer, maskBearer);
	if (/\d/.test(masked)) masked = masked.replace(namedWords, maskGenerated);
	return maskNamedValues(masked);
}

function maskBearer(match: string, scheme: string, space: string, value: string): string {
	return isWord(value) && scheme.toLowerCase() !== "bearer" ? match : scheme + space + maskedText;
}

/** Masks a word that looks generated. Words, identifiers, and the ten characters of a key's ID don't. */
function maskGenerated(match: string, before: string, word: string): string {
	const isMixed = [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(word));
	return isMixed || /^[\da-f]{32,}$/i.test(word) ? before + maskedText : match;
}
