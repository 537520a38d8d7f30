import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** Every `*.test.ts` below `dir`, sorted, so that a run is the same on each machine. */
export function findTests(dir: string): readonly string[] {
	if (!existsSync(dir)) {
		return [];
	}
	return readdirSync(dir, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".test.ts"))
		.map((file) => path.join(dir, file))
		.sort();
}
