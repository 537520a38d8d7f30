// Writes which variables Coder's programs read beside the server's options, and since and until which release each
// option was there: npx tsx scripts/variableNames.ts variables.tsv options-history.tsv. The first has a line
// `name, server_option, found_in` for each variable, the second `id, since, last, …` for each option.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { otherText, releasesText } from "../src/core/variables/writeNames.ts";
import { HumanError, runMain } from "./humanError.ts";
import { repoRoot } from "./paths.ts";

async function main(): Promise<number> {
	const [variables, history] = process.argv.slice(2);
	if (variables === undefined || history === undefined) {
		throw new HumanError("Give two files: variables.tsv and options-history.tsv.");
	}
	await write("otherTable", "otherText", otherText(await readFile(variables, "utf8")));
	await write("releaseTable", "releasesText", releasesText(await readFile(history, "utf8")));
	return 0;
}

async function write(name: string, constant: string, text: string): Promise<void> {
	const file = path.join(repoRoot, `src/core/variables/${name}.ts`);
	await writeFile(
		file,
		[
			"/** Made by scripts/variableNames.ts; `writeNames.ts` tells its form. Facts only, no descriptions. */",
			`export const ${constant} = \`${text}\`;`,
			"",
		].join("\n"),
	);
	console.log(`Wrote ${path.relative(process.cwd(), file)}.`);
}

await runMain(main);
