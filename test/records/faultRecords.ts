import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { FailureAction } from "../../src/core/http/failure.ts";

/** The outcome of a fault in a test: a row in the table in docs/reliability.md. */
export interface FaultRecord {
	/** The fault, such as "certificate that has expired". */
	readonly fault: string;
	/** The tier of the test: "unit", "host 1.100.3" … */
	readonly tier: string;
	/** The message to the user. */
	readonly sentence: string;
	readonly advice: string;
	/** The offered action. */
	readonly action: FailureAction;
	/** The state of the section, such as "unreachable". */
	readonly state: string;
	/** Whether the previous value was kept; `undefined` if the test had none. */
	readonly keptValue?: boolean;
	/** Whether it worked again after the fault was gone; `undefined` if the test didn't check. */
	readonly recovered?: boolean;
}

/** Next to the run's counts, whose path the runner specifies; the working directory isn't always this repository. */
const folder = path.resolve(
	process.env.TEST_RESULT_FILE === undefined
		? "out/results"
		: path.dirname(process.env.TEST_RESULT_FILE),
);

/** A file per process, because several write at the same time. */
const file = path.join(folder, `faults-${process.pid}.json`);

const same = (a: FaultRecord, b: FaultRecord): boolean => a.fault === b.fault && a.tier === b.tier;

/** Adds a record to those of this run, or replaces the one for the same fault and tier. */
export function recordFault(record: FaultRecord): void {
	const others = readFile(file).filter((other) => !same(other, record));
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, `${JSON.stringify([...others, record], undefined, "\t")}\n`);
}

/** Returns all records so far. */
export function readFaults(): FaultRecord[] {
	if (!existsSync(folder)) return [];
	const records = readdirSync(folder)
		.filter((name) => /^faults-\d+\.json$/.test(name))
		.flatMap((name) => readFile(path.join(folder, name)));
	return records.filter(
		(record, index) => !records.slice(index + 1).some((other) => same(other, record)),
	);
}

function readFile(name: string): FaultRecord[] {
	return existsSync(name) ? (JSON.parse(readFileSync(name, "utf8")) as FaultRecord[]) : [];
}

/** Removes the parts of an address that differ between runs, so that records can be compared. */
export function withoutPorts(text: string): string {
	return text.replace(/\b(127\.0\.0\.\d|localhost|[\w.]+\.example):\d+/g, "$1:PORT");
}
