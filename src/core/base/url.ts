import { t } from "./l10n.ts";

/** An address that can be asked, or what is wrong with what was typed. */
export type UrlReading =
	{ readonly ok: true; readonly url: string } | { readonly ok: false; readonly message: string };

/**
 * Reads a deployment's URL as `coder login` does: without a scheme it is https, for localhost http; a path is kept.
 * Query, fragment and the slash at the end are dropped.
 */
export function readUrl(typed: string): UrlReading {
	const text = typed.trim();
	if (text === "") return { ok: false, message: t("Enter the URL of your Coder deployment.") };
	const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
		? text
		: `${/^localhost\b/i.test(text) ? "http" : "https"}://${text}`;
	if (/\s/.test(text) || !URL.canParse(withScheme)) {
		return {
			ok: false,
			message: t("This is not a URL. It should look like https://coder.example.com."),
		};
	}
	const url = new URL(withScheme);
	if (url.protocol !== "https:" && url.protocol !== "http:") {
		return { ok: false, message: t("The URL must start with https:// or http://.") };
	}
	if (url.username !== "" || url.password !== "") {
		return {
			ok: false,
			message: t("Leave user name and password out of the URL; the token comes next."),
		};
	}
	return { ok: true, url: url.origin + url.pathname.replace(/\/+$/, "") };
}

/** True for http to another machine: who listens on the way could read the token. */
export function isPlainHttp(url: string): boolean {
	const { protocol, hostname } = new URL(url);
	return protocol === "http:" && !isLoopback(hostname);
}

/** True for the names and addresses of the machine itself. */
export function isLoopback(hostname: string): boolean {
	return (
		hostname === "localhost" ||
		hostname.endsWith(".localhost") ||
		hostname === "[::1]" ||
		/^127(\.\d{1,3}){3}$/.test(hostname)
	);
}

/** The URL and those above it, nearest first: a dashboard page's address has the deployment's somewhere above. */
export function urlAndParents(url: string): string[] {
	const { origin, pathname } = new URL(url);
	const parts = pathname.split("/").filter((part) => part !== "");
	return Array.from({ length: parts.length + 1 }, (_unused, dropped) =>
		[origin, ...parts.slice(0, parts.length - dropped)].join("/"),
	);
}

/** What a deployment is called until somebody gives it a name: its host and path. */
export function nameOfUrl(url: string): string {
	const { host, pathname } = new URL(url);
	return host + pathname.replace(/\/$/, "");
}

/** True where text is a web address that may be opened in a browser. */
export function isWebUrl(text: string): boolean {
	return /^https?:\/\//i.test(text) && URL.canParse(text);
}
