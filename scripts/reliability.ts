import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { readFaults, type FaultRecord } from "../test/records/faultRecords.ts";
import { outDir, repoRoot } from "./paths.ts";

const results = path.join(outDir, "results");

const head = `# Reliability

\`npm test\` measures faults and load. Tests provoke every fault over real sockets. *Kept*: the last known value stayed
on the screen or in the model. *Recovered*: the value was fresh again after the fault was gone.
`;

const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s+/g, " ");
const yesNo = (value: boolean | undefined): string =>
	value === undefined ? "–" : value ? "yes" : "**no**";

function row({
	fault,
	tier,
	sentence,
	advice,
	action,
	state,
	keptValue,
	recovered,
}: FaultRecord): string {
	const cells = [
		fault,
		tier,
		`${sentence} ${advice}`,
		action,
		state,
		yesNo(keptValue),
		yesNo(recovered),
	];
	return `| ${cells.map(cell).join(" | ")} |`;
}

function table(records: readonly FaultRecord[]): string {
	const sorted = records.toSorted((a, b) =>
		`${a.fault} ${a.tier}`.localeCompare(`${b.fault} ${b.tier}`),
	);
	return [
		"| Fault | Tested in | Message | Offered | State | Kept | Recovered |",
		"| --- | --- | --- | --- | --- | --- | --- |",
		...sorted.map(row),
	].join("\n");
}

/** Formats the measurements of the load tests: refreshes, failures, and the growth of the heap in bytes. */
function figures(): string {
	const files = readdirSync(results).filter((file) => /^figure-.*\.json$/.test(file));
	return files
		.toSorted()
		.flatMap((file) => {
			const values = JSON.parse(readFileSync(path.join(results, file), "utf8")) as Record<
				string,
				number
			>;
			const name = file.slice("figure-".length, -".json".length);
			return Object.entries(values).map(([key, value]) => `| ${name} | ${key} | ${value} |`);
		})
		.join("\n");
}

/** Writes out/reliability.md from the measurements of this run's tests. `npm run reports` copies it to docs. */
export async function writeReliability(): Promise<void> {
	const text = `${head}
## Faults

${table(readFaults())}

## Load

| Test | Figure | Value |
| --- | --- | --- |
${figures()}
`;
	const file = path.join(outDir, "reliability.md");
	writeFileSync(file, await format(text, { parser: "markdown" }));
	console.log(`\nWrote ${path.relative(repoRoot, file)}`);
}
