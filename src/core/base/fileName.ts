import { createHash } from "node:crypto";

/** Names a file or folder after a deployment's key. It is a hash: a key that a server made up leads nowhere else. */
export function fileNameOf(key: string): string {
	return createHash("sha256").update(key).digest("hex").slice(0, 32);
}
