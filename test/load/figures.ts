import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Records a figure of this run for `docs/reliability.md`. */
export function recordFigure(name: string, values: Readonly<Record<string, number>>): void {
	const folder = path.resolve("out/results");
	mkdirSync(folder, { recursive: true });
	writeFileSync(
		path.join(folder, `figure-${name}.json`),
		`${JSON.stringify(values, undefined, "\t")}\n`,
	);
}
