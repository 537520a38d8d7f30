import { canParse, isLoopback } from "../../base/url.ts";

/**
 * True where an entry of a setting names a deployment: its URL or one above it, or its host with or without a port. A
 * host alone stands for https; only on this machine itself for http, too.
 *
 * @param entry as people write it, such as `https://coder.example.com/team` or `coder.example.com:8443`
 * @param target the deployment's base URL
 */
export function namesDeployment(entry: string, target: URL): boolean {
	const withScheme = /^https?:\/\//i.test(entry) ? entry : `https://${entry}`;
	if (!canParse(withScheme)) return false;
	const named = new URL(withScheme);
	if (named.hostname !== target.hostname) return false;
	const schemeSaid = withScheme === entry;
	const sameScheme = named.protocol === target.protocol;
	if (!sameScheme && (schemeSaid || !isLoopback(target.hostname))) return false;
	// A URL drops the port that is usual for its scheme, so what was written decides.
	const portMatters = schemeSaid || /:\d+(?:\/|$)/.test(entry);
	if (portMatters && named.host !== target.host) return false;
	return folder(target.pathname).startsWith(folder(named.pathname));
}

function folder(pathname: string): string {
	return pathname.endsWith("/") ? pathname : `${pathname}/`;
}
