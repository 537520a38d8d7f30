import { shortVersion } from "./updateState.ts";

/** The page about upgrading a deployment, in Coder's documentation. */
export const upgradeDocsUrl = "https://coder.com/docs/install/upgrade";

/** Returns the URL of a version's release notes. */
export function releaseUrl(version: string): string {
	// Lone surrogates, which only a broken server sends, can't be encoded.
	const tag = shortVersion(version).replace(/\p{Surrogate}/gu, "");
	return `https://github.com/coder/coder/releases/tag/${encodeURIComponent(tag)}`;
}
