import type { KnownDeployment } from "./deployment.ts";

/** Reads the remembered deployments. Entries that another version wrote or that are damaged are left out. */
export function readKnown(stored: unknown): KnownDeployment[] {
	return Array.isArray(stored) ? stored.flatMap((entry: unknown) => readEntry(entry) ?? []) : [];
}

function readEntry(entry: unknown): KnownDeployment | undefined {
	if (!isRecord(entry) || !isRecord(entry.account)) return undefined;
	const { key, url, name } = entry;
	const { id, username, email } = entry.account;
	if (typeof key !== "string" || typeof url !== "string" || typeof name !== "string")
		return undefined;
	if (typeof id !== "string" || typeof username !== "string" || !URL.canParse(url))
		return undefined;
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
