/** Returns true for HTTP to another machine, where the token could be read on the network. */
export function isPlainHttp(url: string): boolean {
	const { protocol, hostname } = new URL(url);
	return protocol === "http:" && !isLoopback(hostname);
}

/** Returns true for names and addresses of the machine itself. */
export function isLoopback(hostname: string): boolean {
	return (
		hostname === "localhost" ||
		hostname.endsWith(".localhost") ||
		hostname === "[::1]" ||
		/^127(\.\d{1,3}){3}$/.test(hostname)
	);
}

/**
 * Returns the URL and its parent paths, nearest first. The deployment's URL is one of the parents of a dashboard page's
 * URL.
 */
export function urlAndParents(url: string): string[] {
	const { origin, pathname } = new URL(url);
	const parts = pathname.split("/").filter((part) => part !== "");
	return Array.from({ length: parts.length + 1 }, (_unused, dropped) =>
		[origin, ...parts.slice(0, parts.length - dropped)].join("/"),
	);
}

/** Returns the default name of a deployment: host and path of its URL. */
export function nameOfUrl(url: string): string {
	const { host, pathname } = new URL(url);
	return host + pathname.replace(/\/$/, "");
}

/** Returns true if the text is a web address that may be opened in a browser. */
export function isWebUrl(text: string): boolean {
	return /^https?:\/\//i.test(text) && canParse(text);
}

/**
 * Whether a text is a URL. Doesn't use `URL.canParse`: once compiled, Node 20's version rejects addresses with letters
 * such as `ü`.
 *
 * @param base the base of a relative URL
 */
export function canParse(text: string, base?: string): boolean {
	try {
		new URL(text, base);
		return true;
	} catch {
		return false;
	}
}
