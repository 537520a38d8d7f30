import { t } from "../base/l10n.ts";
import { longestPaste } from "../base/pastedText.ts";
import { canParse, isLoopback } from "../base/url.ts";
import { urlInPaste } from "./pastedUrl.ts";
import { holdsToken, withoutTokens } from "./tokenText.ts";

/** A valid address, or what is wrong with the input. */
export type UrlReading =
	| { readonly ok: true; readonly url: string }
	| {
			readonly ok: false;
			readonly message: string;
			/**
			 * The input contains a secret and must not stay visible. This is what may remain of it, possibly nothing.
			 */
			readonly replacement?: string;
	  };

/**
 * Parses a deployment's URL as `coder login` does: without a scheme, it uses HTTPS, or HTTP for this machine; a path is
 * kept. Drops query, fragment, trailing slash, and whatever was pasted around the URL. Rejects text that contains a
 * session token: it isn't an address, and a request would reveal it to name servers.
 */
export function readUrl(typed: string): UrlReading {
	if (typed.length > longestPaste) return noUrl();
	if (holdsToken(typed)) return refuseToken(typed);
	return readClean(urlInPaste(typed));
}

/** Parses a deployment's URL from a program, such as a link, a server, or a file. Repairs nothing. */
export function readExactUrl(text: string): UrlReading {
	if (text.length > longestPaste) return noUrl();
	const reading = readClean(text.trim());
	return reading.ok && holdsToken(reading.url) ? refuseToken(reading.url) : reading;
}

function refuseToken(typed: string): UrlReading {
	const rest = readClean(urlInPaste(withoutTokens(typed)));
	// A leftover word isn't an address; a URL may be one.
	const replacement = rest.ok && /\w[.:]\w/.test(rest.url) ? rest.url : "";
	return {
		ok: false,
		message: t(
			"This is a session token. Enter the URL of your deployment first. You'll be asked for the token next.",
		),
		replacement,
	};
}

function noUrl(): UrlReading {
	return {
		ok: false,
		message: t("This isn't a URL. Enter one like https://coder.example.com."),
	};
}

/** A scheme alone and a variable's name aren't hosts. */
const nothingYet = /^(?:https?[:;.\\/]*|\$?CODER_[A-Z_]+)$/i;

/**
 * A host name or address. URLs also accept characters that are often pasted around one, such as quotes and semicolons.
 */
const hostName = /^(?:[a-z0-9._-]*[a-z0-9_-]\.?|\[[^\]]*\])$/i;

function readClean(text: string): UrlReading {
	if (text === "") return { ok: false, message: t("Enter the URL of your Coder deployment.") };
	const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
		? text
		: `${namesLoopback(text) ? "http" : "https"}://${text}`;
	if (/\s/.test(text) || nothingYet.test(text) || !canParse(withScheme)) {
		return noUrl();
	}
	const url = new URL(withScheme);
	if (url.protocol !== "https:" && url.protocol !== "http:") {
		return { ok: false, message: t("The URL must start with https:// or http://.") };
	}
	if (!hostName.test(url.hostname)) return noUrl();
	if (url.username !== "" || url.password !== "") {
		const message = t(
			"Remove the user name and password from the URL. You'll be asked for the token next.",
		);
		if (url.password === "") return { ok: false, message };
		return { ok: false, message, replacement: baseOf(url) };
	}
	return { ok: true, url: baseOf(url) };
}

/** Servers on this machine rarely have a certificate. `localhost.example.com` is another machine. */
function namesLoopback(text: string): boolean {
	const url = `http://${text}`;
	return canParse(url) && isLoopback(new URL(url).hostname);
}

/**
 * Removes query, fragment, user, and trailing slashes or text after a copied URL. A regular expression would take
 * quadratic time for long runs of them.
 */
function baseOf({ origin, pathname }: URL): string {
	for (let path = pathname; ;) {
		let end = path.length;
		while ("/,;'".includes(path[end - 1] ?? " ")) end -= 1;
		const base = origin + path.slice(0, end);
		// What is left may end in a dot now, which stands for another path.
		const read = new URL(base).pathname;
		if (read.length >= end) return base;
		path = read;
	}
}
