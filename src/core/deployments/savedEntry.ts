import type { SavedDeployment, SignedOutDeployment } from "./deployment.ts";
import { isWebUrl } from "../base/url.ts";

/** An entry of the list, signed in or signed out. */
export type SavedEntry = SavedDeployment | SignedOutDeployment;

/** Returns whether the user is signed in to the deployment of an entry. */
export function isSignedIn(entry: SavedEntry): entry is SavedDeployment {
	return "account" in entry;
}

/** Reads a stored entry of any version. Returns `undefined` if it's damaged or of an incompatible version. */
export function readEntry(entry: unknown): SavedEntry | undefined {
	if (!isRecord(entry)) return undefined;
	const { key, url, name } = entry;
	if (typeof key !== "string" || typeof url !== "string" || typeof name !== "string")
		return undefined;
	if (!isWebUrl(url)) return undefined;
	if (entry.signedOut === true) return { key, url, name, signedOut: true };
	if (!isRecord(entry.account)) return undefined;
	const { id, username, email } = entry.account;
	if (typeof id !== "string" || typeof username !== "string") return undefined;
	return {
		key,
		url,
		name,
		account: { id, username, ...(typeof email === "string" ? { email } : {}) },
	};
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null;
}
