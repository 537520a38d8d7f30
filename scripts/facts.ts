// Writes the bundled data about Coder's options and variables: npm run facts -- options-history.tsv variables.tsv
// The first file has a line `id, since, last, name, …` for each option of any release, the second a line `name,
// server_option, found_in` for each variable that Coder's programs read.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { writeTable } from "../src/core/releases/writeTable.ts";
import { otherText } from "../src/core/variables/writeNames.ts";
import { HumanError, runMain } from "./humanError.ts";
import { repoRoot } from "./paths.ts";

async function main(): Promise<number> {
	const [history, variables] = process.argv.slice(2);
	if (history === undefined || variables === undefined) {
		throw new HumanError("Specify two files: options-history.tsv and variables.tsv.");
	}
	await write(
		"src/core/releases/table.ts",
		"`writeTable.ts`",
		"tableText",
		writeTable(await readFile(history, "utf8")),
	);
	await write(
		"src/core/variables/otherTable.ts",
		"`writeNames.ts`",
		"otherText",
		otherText(await readFile(variables, "utf8")),
	);
	return 0;
}

async function write(file: string, writer: string, constant: string, text: string): Promise<void> {
	const literal = text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${");
	await writeFile(
		path.join(repoRoot, file),
		[
			`/** Made by scripts/facts.ts; ${writer} tells its form. Facts only, no descriptions. */`,
			`export const ${constant} = \`${literal}\`;`,
			"",
		].join("\n"),
	);
	console.log(`Wrote ${file}.`);
}

await runMain(main);
