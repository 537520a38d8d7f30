import { scrub } from "../coder/scrub.ts";
import type { TransportResponse } from "./transport.ts";

/** The facts about the server in the headers of a response, which may be a refusal. */
export interface ResponseHeaders {
	/** The version including its commit, such as `v2.35.1+8b44bd6`. */
	readonly version?: string;
	/** License warnings; missing if the response can't have any. */
	readonly warnings?: readonly string[];
	/** The server's clock, to the second, in ms since the epoch. */
	readonly date?: number;
}

/** Limits for untrusted servers. */
const maxWarnings = 10;
const maxWarningLength = 300;

/** Coder's version format. Anything else isn't from Coder. */
const versionShape = /^v\d+\.\d+\.\d+[\w.+-]{0,64}$/;

/**
 * Reads the headers that all endpoints share. The server adds warnings once it knows the account, and only if it can
 * read the configuration. So only a response to a valid token shows that there are none.
 *
 * @param auth whether a token was sent
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

/**
 * Returns texts that are safe to show: on one line, short, unique, and without anything that looks like a credential.
 */
function readWarnings(values: readonly string[]): string[] {
	const texts = values
		.map((value) => scrub(value.replace(/[\p{C}\s]+/gu, " ").trim()))
		.filter((text) => text !== "")
		.map((text) => (text.length > maxWarningLength ? `${text.slice(0, maxWarningLength)}…` : text));
	return [...new Set(texts)].slice(0, maxWarnings);
}
