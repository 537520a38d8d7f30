import { t } from "../base/l10n.ts";
import { longestPaste, tidyPaste, unwrap } from "../base/pastedText.ts";

/**
 * Coder's session tokens: ten letters or digits, a dash, 22 more. Not as part of a host name (`….example.com`,
 * `…:8443`).
 */
const tokenShape =
	/(?<![A-Za-z0-9_.-])[A-Za-z0-9]{10}-[A-Za-z0-9]{22}(?![A-Za-z0-9_-])(?!\.[A-Za-z0-9])(?!:\d)/g;

/** A JSON Web Token; its first part always begins with `{"`. */
const jsonWebToken = /(?<![A-Za-z0-9_.-])eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/g;

/** Something named as a token: a variable, a header, a flag, or a URL parameter. */
const named =
	/(?:(?:coder[-_])?session[-_]token["'`]?\s*[=:]|(?<=^|\s)--token[\s=]|[?&#](?:access_)?token=|\bbearer\s)\s*["'`“]?[^\s"'`“”&#]+/gi;

/** Prefixes of other services' tokens. */
const foreign = /^(?:gh[pousr]_|github_pat_|glpat-|xox[a-z]-|sk-|hv[bs]\.)[A-Za-z0-9_.-]{8,}$/;

/**
 * Returns true if a text contains a session token or is a secret as a whole. Such a text must not be treated as an
 * address, because even a host lookup would reveal it to name servers.
 */
export function holdsToken(text: string): boolean {
	const tidy = tidyPaste(text.slice(0, longestPaste));
	const joined = tidy.replaceAll(" ", "");
	return (
		[tokenShape, jsonWebToken, named].some((shape) => tidy.search(shape) >= 0) ||
		[tokenShape, jsonWebToken].some((shape) => joined.search(shape) === 0) ||
		isRandom(joined.replace(/^[a-z]+:\/+/i, "").replace(/\/$/, ""))
	);
}

/** Removes tokens from a text. */
export function withoutTokens(text: string): string {
	return tidyPaste(text.slice(0, longestPaste))
		.replace(named, " ")
		.replace(tokenShape, " ")
		.replace(jsonWebToken, " ");
}

/**
 * Returns true for a word that looks generated: a UUID, a long hexadecimal number, another service's token, or a long
 * mix of lowercase and uppercase letters and digits. Host names without a dot are short or consist of words.
 */
function isRandom(word: string): boolean {
	if (foreign.test(word)) return true;
	if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(word)) return true;
	if (/^[0-9a-f]{32,}$/i.test(word)) return true;
	const mixed = [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(word));
	return mixed && /^[A-Za-z0-9_+=~-]{24,}$/.test(word);
}

/** A session token, or what is wrong with the input. */
export type TokenText =
	{ readonly ok: true; readonly token: string } | { readonly ok: false; readonly message: string };

/**
 * Parses a pasted session token: in quotes, as `CODER_SESSION_TOKEN=…`, `Coder-Session-Token: …`, in `coder login …
 * --token …`, or with invisible characters. Messages quote nothing of the text.
 */
export function readTokenText(text: string): TokenText {
	if (text.length > longestPaste) return wrong(t("This is too long for a session token."));
	const tidy = tidyPaste(text);
	const found = new Set(tidy.match(tokenShape));
	if (found.size > 1) return wrong(t("This contains several session tokens. Paste one."));
	const [only] = found;
	if (only !== undefined) return { ok: true, token: only };
	const value = unwrap(tidy.replace(/^.*?(?:session[-_]token["'`]?\s*[=:]|--token[\s=])/i, ""));
	if (value === "") return wrong(t("Paste the session token."));
	if (/^https?:\/\//i.test(value)) {
		return wrong(
			t("This is a URL. Paste the session token from the deployment's /cli-auth page instead."),
		);
	}
	if (/[^\x21-\x7e]/.test(value)) {
		return wrong(t("A session token doesn't contain spaces or special characters. Copy it again."));
	}
	if (value.length < tokenLength) {
		return wrong(
			t(
				"This is too short for a session token, which has {0} characters. Copy all of it.",
				tokenLength,
			),
		);
	}
	return { ok: true, token: value };
}

/** Ten characters, a dash, and 22 characters. */
const tokenLength = 33;

function wrong(message: string): TokenText {
	return { ok: false, message };
}
