import { createHash } from "node:crypto";

/** Returns a short, irreversible name for a text: 16 hexadecimal digits. */
export function shortHash(text: string): string {
	return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
