import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** Returns all `*.test.ts` in `dir`, sorted, so that the order is the same on every machine. */
export function findTests(dir: string): readonly string[] {
	if (!existsSync(dir)) {
		return [];
	}
	return readdirSync(dir, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".test.ts"))
		.map((file) => path.join(dir, file))
		.sort();
}
