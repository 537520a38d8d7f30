import { createHash } from "node:crypto";

/** A short name for a text, from which the text cannot be read: 16 hexadecimal digits. */
export function shortHash(text: string): string {
	return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
