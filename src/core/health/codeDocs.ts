import { isHealthCode } from "../coder/healthModel.ts";
import { pages } from "../coder/docs.ts";

/** Codes that Coder's documentation has no place for. */
const withoutPlace = new Set(["EWS03", "EIF01"]);

/** Where Coder's documentation explains a code. A code is a server's text: only what looks like one becomes a link. */
export function docsOfCode(code: string | undefined): string | undefined {
	if (code === undefined || !isHealthCode(code)) return undefined;
	return withoutPlace.has(code) ? pages.health : `${pages.health}#${code.toLowerCase()}`;
}
