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
	return /^https?:\/\//i.test(text) && canParse(text);
}

/**
 * Whether text is a URL. `URL.canParse` is not asked: in Node 20 it denies addresses with letters such as `ü`, but only
 * once it was called often enough to be compiled.
 *
 * @param base what a relative URL is relative to
 */
export function canParse(text: string, base?: string): boolean {
	try {
		new URL(text, base);
		return true;
	} catch {
		return false;
	}
}
