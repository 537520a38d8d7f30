import { readExactUrl } from "../coder/deploymentUrl.ts";

/** The path of links to an option. */
export const optionLinkPath = "/option";

/** The option of a link, or why it can't be opened. */
export type OptionLink =
	| { readonly ok: true; readonly url: string; readonly optionId: string }
	| { readonly ok: false; readonly message: string };

/** Returns the query of a link to an option. It contains the deployment's URL, so that others can use it. */
export function optionLinkQuery(url: string, optionId: string): string {
	return new URLSearchParams({ url, id: optionId }).toString();
}

/** Parses the query of a link, which anyone may have created: only accepts a deployment's URL. */
export function readOptionLink(query: string): OptionLink {
	const parameters = new URLSearchParams(query);
	const reading = readExactUrl(parameters.get("url") ?? "");
	if (!reading.ok) return reading;
	return { ok: true, url: reading.url, optionId: parameters.get("id") ?? "" };
}
