import { readFileSync } from "node:fs";
import path from "node:path";

const beside = path.resolve(import.meta.dirname, "../../../shared");

/**
 * Returns the text of a file with facts about Coder, such as `live/main/owner-config.http`. These files are next to the
 * repository and not part of it: call `needFixtures` first.
 */
export function sharedText(name: string): string {
	const root = process.env.CODER_DEPLOYMENT_SHARED ?? beside;
	return readFileSync(path.join(root, "coder", name), "utf8");
}

/** Returns the rows of a table of facts, by column. */
export function sharedRows(name: string): readonly Readonly<Record<string, string>>[] {
	const [head = "", ...lines] = sharedText(name).split("\n");
	const columns = head.split("\t");
	return lines
		.filter((line) => line !== "")
		.map((line) => {
			const cells = line.split("\t");
			return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
		});
}
