import type { ServerVersion } from "../versions.ts";
import type { OptionFact } from "./optionFact.ts";
import type { Setting } from "./settings.ts";

/** Returns the fact with the default that the server determines at startup, if there is one. */
export function withRuntimeDefault(
	fact: OptionFact,
	version: ServerVersion,
	settings: readonly Setting[],
): OptionFact {
	switch (fact.env) {
		case "CODER_SECURE_AUTH_COOKIE": {
			const accessUrl = settings.findLast(({ option }) => option === "CODER_ACCESS_URL")?.value;
			const secure = typeof accessUrl === "string" && accessUrl.startsWith("https:");
			return version.level >= 16 ? { ...fact, default: String(secure) } : fact;
		}
		case "CODER_UPDATE_CHECK":
			return version.id === "dev" ? { ...fact, default: "false" } : fact;
		default:
			return fact;
	}
}
