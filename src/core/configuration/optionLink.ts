import { readExactUrl } from "../coder/deploymentUrl.ts";

/** The path of links that lead to an option. */
export const optionLinkPath = "/option";

/** What a link to an option asks for, or why it cannot be followed. */
export type OptionLink =
	| { readonly ok: true; readonly url: string; readonly optionId: string }
	| { readonly ok: false; readonly message: string };

/** The query of a link to an option. It names the deployment by its URL, so that others can use it. */
export function optionLinkQuery(url: string, optionId: string): string {
	return new URLSearchParams({ url, id: optionId }).toString();
}

/** Reads the query of a link, which anybody may have made: its URL is none but that of a deployment. */
export function readOptionLink(query: string): OptionLink {
	const parameters = new URLSearchParams(query);
	const reading = readExactUrl(parameters.get("url") ?? "");
	if (!reading.ok) return reading;
	return { ok: true, url: reading.url, optionId: parameters.get("id") ?? "" };
}
