import { maskedText } from "./maskedText.ts";
import { isWord, maskNamedValues } from "./namedValues.ts";

/**
 * A session token: ten letters or digits, a dash, twenty-two more. Fact: Coder's key format. The expression begins with
 * the dash because engines find a fixed character many times faster than they look back from every place.
 */
const coderToken = /-(?<=[A-Za-z0-9]{10}-)[A-Za-z0-9]{22}/g;

/** Tokens that are known by their form: JSON Web Tokens, GitHub's, GitLab's, Slack's, OpenAI's and Anthropic's. */
const knownTokens =
	/(?<![\w-])(?:eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?|gh[oprsu]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abeprs]-[\w-]{10,}|sk-[\w-]{20,})/g;

/** A private key in PEM, to its end or to the end of the text. */
const privateKeys = /(-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----)[^]*?(?:(?=-----END )|$)/g;

/** A header that carries credentials; all of it is one, to the end of the line or of the quotation. */
const credentials =
	/((?<!\w)(?:(?:proxy-)?authorization|(?:set-)?cookie)["']?\s*[:=]\s*["']?)[^\r\n"']+/gi;

/** A header's value by itself, such as in a list of names and values; not the words of a sentence about one. */
const bearer =
	/\b(Bearer|Basic|Negotiate)(\s{1,8})(?!(?:tokens?|auth\w*|scheme|realm|error\w*|credentials?|is|was|are|or|and|in|for|header|must|required|challenge)\b)([\w.~+/=-]+)/gi;

/** How Go's MySQL driver writes user and password: `user:password@tcp(host)`. */
const mysqlPasswords = /(?<![^\s"'=])([^\s:@/"'=]+):[^\s@]{1,200}@(?=(?:tcp|unix)\()/g;

/** How VS Code's proxy support names a proxy in its errors, user name and password included (until 1.100). */
const proxyCredentials = /\b(PROXY|HTTPS?|SOCKS[45]?) [^\s@]+@/g;

/** Schemes whose user is a name and no token. */
const userSchemes =
	/^(?:(?:git|svn)\+ssh|ssh(?:\+git)?|s?ftp|scp|git|postgres(?:ql)?|mysql|mailto)$/i;

/**
 * Masks whatever may be a credential in a text that came from elsewhere or is about to be shown or logged: tokens by
 * their form, private keys, headers, `name=value` by the name, passwords and tokens in URLs and in connection strings.
 * Takes time in proportion to the text, whatever it is, and masks twice as once.
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

/** Most texts have no address, and looking for its sign is much quicker than for the forms. */
function maskAddresses(text: string): string {
	if (!text.includes("@")) return text;
	return maskUrlUsers(text)
		.replace(mysqlPasswords, `$1:${maskedText}@`)
		.replace(proxyCredentials, `$1 ${maskedText}@`);
}

/**
 * Masks the password in each `scheme://user:password@host` of a text, and a user that stands alone, which is how
 * tokens are given; the server does neither. Coder's descriptions explain the form itself as
 * `http://[user:pass@]host:port`: that is left as it is.
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
