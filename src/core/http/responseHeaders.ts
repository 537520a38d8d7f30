import { scrub } from "../coder/scrub.ts";
import type { TransportResponse } from "./transport.ts";

/** What the headers of an answer, also of a refusal, say of the server. */
export interface ResponseHeaders {
	/** The version with its commit, such as `v2.35.1+8b44bd6`. */
	readonly version?: string;
	/** Warnings about the license; missing where an answer has no say in it. */
	readonly warnings?: readonly string[];
	/** The server's own clock, to the second, in ms since the epoch. */
	readonly date?: number;
}

/** More warnings than this, or longer ones, are no server's that means well. */
const maxWarnings = 10;
const maxWarningLength = 300;

/** How Coder writes versions; what else stands in the header is somebody else's. */
const versionShape = /^v\d+\.\d+\.\d+[\w.+-]{0,64}$/;

/**
 * Reads the headers that are the same for all endpoints. Fact: the server adds warnings once it knows who asks, and
 * only for people who may read the configuration; so only what was asked with a good token tells that there are none.
 *
 * @param auth whether a token went along
 */
export function readHeaders(response: TransportResponse, auth: boolean): ResponseHeaders {
	const version = response.header("X-Coder-Build-Version")?.trim() ?? "";
	if (!versionShape.test(version)) return {};
	const date = Date.parse(response.header("Date") ?? "");
	return {
		version,
		...(Number.isNaN(date) ? {} : { date }),
		...(auth && response.status !== 401
			? { warnings: readWarnings(response.values("X-Coder-Entitlements-Warning")) }
			: {}),
	};
}

/** The texts as they may be shown: on one line, short, each once, without anything that looks like a credential. */
function readWarnings(values: readonly string[]): string[] {
	const texts = values
		.map((value) => scrub(value.replace(/[\p{C}\s]+/gu, " ").trim()))
		.filter((text) => text !== "")
		.map((text) => (text.length > maxWarningLength ? `${text.slice(0, maxWarningLength)}…` : text));
	return [...new Set(texts)].slice(0, maxWarnings);
}
