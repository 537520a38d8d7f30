import { readFileSync } from "node:fs";
import path from "node:path";

const beside = path.resolve(import.meta.dirname, "../../../shared");

/**
 * The text of a file of facts about Coder, such as `live/main/owner-config.http`. These files live beside the repository
 * and are not part of it: call `needFixtures` first.
 */
export function sharedText(name: string): string {
	const root = process.env.CODER_DEPLOYMENT_SHARED ?? beside;
	return readFileSync(path.join(root, "coder", name), "utf8");
}

/** The rows of a table of facts, by column. */
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
