import { isPlainHttp } from "../../base/url.ts";
import { namesDeployment } from "./namesDeployment.ts";

/** A value for all deployments that the user signed in to, and values for specific ones. */
export interface PerDeployment<T> {
	readonly signedIn?: T;
	/** By URL or host name, as written. */
	readonly named: Readonly<Record<string, T>>;
}

/**
 * How far a URL is trusted, which determines whether it gets the headers from the settings:
 * - `confirmed`: the user signed in there or agreed to send the headers;
 * - `unconfirmed`: it's only being checked. Headers are sent if a setting names it, and never over HTTP;
 * - `handshake`: only its certificate is checked, and no headers are sent.
 */
export type Standing = "confirmed" | "unconfirmed" | "handshake";

/**
 * Returns the values for a deployment, from the most general to the most specific.
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
