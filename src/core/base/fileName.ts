import { createHash } from "node:crypto";

/**
 * Returns the name of a deployment's file or folder. It is a hash of the key, so a malicious key can't point elsewhere.
 */
export function fileNameOf(key: string): string {
	return createHash("sha256").update(key).digest("hex").slice(0, 32);
}
