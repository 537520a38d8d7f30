import { canParse, isLoopback } from "../../base/url.ts";

/**
 * Returns true if an entry of a setting matches a deployment: its URL or a parent, or its host with or without a port.
 * A host without a scheme means HTTPS, and on this machine also HTTP.
 *
 * @param entry as users write it, such as `https://coder.example.com/team` or `coder.example.com:8443`
 * @param target the deployment's base URL
 */
export function namesDeployment(entry: string, target: URL): boolean {
	const withScheme = /^https?:\/\//i.test(entry) ? entry : `https://${entry}`;
	if (!canParse(withScheme)) return false;
	const named = new URL(withScheme);
	if (named.hostname !== target.hostname) return false;
	const hasScheme = withScheme === entry;
	const sameScheme = named.protocol === target.protocol;
	if (!sameScheme && (hasScheme || !isLoopback(target.hostname))) return false;
	// `URL` drops the default port of its scheme, so check the entry's text.
	const portMatters = hasScheme || /:\d+(?:\/|$)/.test(entry);
	if (portMatters && named.host !== target.host) return false;
	return folder(target.pathname).startsWith(folder(named.pathname));
}

function folder(pathname: string): string {
	return pathname.endsWith("/") ? pathname : `${pathname}/`;
}
