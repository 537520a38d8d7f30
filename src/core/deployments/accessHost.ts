import { canParse } from "../base/url.ts";

/** The target of a server's access URL, compared with the URL that the user signed in to. */
export type AccessHost =
	| { readonly kind: "own" }
	/** `host` as shown to users, with the scheme if it is less secure. */
	| { readonly kind: "other"; readonly host: string }
	| { readonly kind: "unknown" };

/**
 * Compares the access URL with the deployment's own. A health check opens a WebSocket with the session token of its
 * caller, to whatever host the access URL names.
 *
 * @param accessUrl `dashboard_url` of `GET /buildinfo`
 * @param url the deployment's base URL
 */
export function accessHost(accessUrl: string | undefined, url: string): AccessHost {
	if (!accessUrl || !canParse(accessUrl)) return { kind: "unknown" };
	const [there, own] = [new URL(accessUrl), new URL(url)];
	if (there.hostname === "") return { kind: "unknown" };
	const unsafe = own.protocol === "https:" && there.protocol !== "https:";
	if (unsafe) return { kind: "other", host: `${there.protocol}//${there.host}` };
	return there.host === own.host ? { kind: "own" } : { kind: "other", host: there.host };
}
