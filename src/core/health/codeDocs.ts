import { isHealthCode } from "../coder/healthModel.ts";
import { pages } from "../coder/docs.ts";

/** Codes without an anchor in Coder's documentation. */
const withoutPlace = new Set(["EWS03", "EIF01"]);

/** Returns the documentation of a code. Codes come from the server: only valid ones become links. */
export function docsOfCode(code: string | undefined): string | undefined {
	if (code === undefined || !isHealthCode(code)) return undefined;
	return withoutPlace.has(code) ? pages.health : `${pages.health}#${code.toLowerCase()}`;
}
