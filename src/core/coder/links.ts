import { shortVersion } from "./updateState.ts";

/** How to upgrade a deployment, in Coder's documentation. */
export const upgradeDocsUrl = "https://coder.com/docs/install/upgrade";

/** The release notes of a version. */
export function releaseUrl(version: string): string {
	// Half a character, which only a broken server sends, cannot be encoded.
	const tag = shortVersion(version).replace(/\p{Surrogate}/gu, "");
	return `https://github.com/coder/coder/releases/tag/${encodeURIComponent(tag)}`;
}
