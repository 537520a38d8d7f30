import { isPlainHttp } from "../../base/url.ts";
import { namesDeployment } from "./namesDeployment.ts";

/** A value for all deployments that somebody signed in to, and values for certain ones. */
export interface PerDeployment<T> {
	readonly signedIn?: T;
	/** By URL or host name, as written. */
	readonly named: Readonly<Record<string, T>>;
}

/**
 * How far a URL is trusted, which decides whether the settings' headers are for it:
 * - `confirmed`: somebody signed in there, or agreed to send the headers;
 * - `unconfirmed`: it is only being looked at. Headers are sent where a setting names it, and never over plain http;
 * - `handshake`: only its certificate is looked at, and no header is sent.
 */
export type Standing = "confirmed" | "unconfirmed" | "handshake";

/**
 * The values that are for a deployment, from the most general to the most specific.
 *
 * @param url the deployment's base URL
 */
export function valuesFor<T>(
	{ signedIn, named }: PerDeployment<T>,
	url: string,
	standing: Standing,
): readonly T[] {
	const confirmed = standing === "confirmed";
	if (standing === "handshake" || (!confirmed && isPlainHttp(url))) return [];
	const target = new URL(url);
	const specific = Object.entries(named)
		.filter(([entry]) => namesDeployment(entry, target))
		.sort(([a], [b]) => a.length - b.length)
		.map(([, value]) => value);
	return confirmed && signedIn !== undefined ? [signedIn, ...specific] : specific;
}
