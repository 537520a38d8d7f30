// Writes the bundled table of server options from bodies of GET /api/v2/deployment/config, an older version's and a
// newer one's: npx tsx scripts/variableTable.ts v2.15.0=older.json v2.35.1=newer.json
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { DeploymentOption } from "../src/core/coder/model.ts";
import { parseJson } from "../src/core/base/json.ts";
import { schemas } from "../src/core/coder/schemas.ts";
import { writeTable } from "../src/core/variables/writeTable.ts";
import { HumanError, runMain } from "./humanError.ts";
import { repoRoot } from "./paths.ts";

interface Version {
	readonly version: string;
	readonly options: readonly DeploymentOption[];
}

async function main(): Promise<number> {
	const [older, newer] = process.argv.slice(2);
	if (older === undefined || newer === undefined) {
		throw new HumanError("Give two bodies of GET /api/v2/deployment/config, as VERSION=FILE each.");
	}
	const file = path.join(repoRoot, "src/core/variables/table.ts");
	await writeFile(file, tableModule(writeTable(await read(older), await read(newer))));
	console.log(`Wrote ${path.relative(process.cwd(), file)}.`);
	return 0;
}

async function read(argument: string): Promise<Version> {
	const [version = "", file = ""] = argument.split("=");
	const { options } = schemas.deploymentConfig.parse(parseJson(await readFile(file, "utf8")));
	return { version, options };
}

function tableModule(text: string): string {
	const literal = text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${");
	return [
		"/** Made by scripts/variableTable.ts; `writeTable.ts` tells its form. Facts only, no descriptions. */",
		`export const tableText = \`${literal}\`;`,
		"",
	].join("\n");
}

await runMain(main);
