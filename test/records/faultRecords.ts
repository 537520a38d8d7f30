import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { FailureAction } from "../../src/core/http/failure.ts";

/** What became of one fault in a test: the lines of the table in docs/reliability.md. */
export interface FaultRecord {
	/** What was wrong, such as "certificate that has expired". */
	readonly fault: string;
	/** The kind of test that saw it: "unit", "host 1.100.3" … */
	readonly tier: string;
	/** What people were told. */
	readonly sentence: string;
	readonly advice: string;
	/** What was offered. */
	readonly action: FailureAction;
	/** The state of the section, such as "unreachable". */
	readonly state: string;
	/** Whether a value that was there before was kept; `undefined` when the test had none. */
	readonly keptValue?: boolean;
	/** Whether it worked again once the fault was gone; `undefined` when the test did not try. */
	readonly recovered?: boolean;
}

/** Beside the counts of the run, which the runner names; it is not always this repository that is the folder. */
const folder = path.resolve(
	process.env.TEST_RESULT_FILE === undefined
		? "out/results"
		: path.dirname(process.env.TEST_RESULT_FILE),
);

/** A file for each process, because several write at the same time. */
const file = path.join(folder, `faults-${process.pid}.json`);

const same = (a: FaultRecord, b: FaultRecord): boolean => a.fault === b.fault && a.tier === b.tier;

/** Adds a record to those of this run; one of the same fault and tier is replaced. */
export function recordFault(record: FaultRecord): void {
	const others = readFile(file).filter((other) => !same(other, record));
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, `${JSON.stringify([...others, record], undefined, "\t")}\n`);
}

/** All records so far. */
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

/** Takes the parts of an address that differ from run to run out of a sentence, so that records compare. */
export function withoutPorts(text: string): string {
	return text.replace(/\b(127\.0\.0\.\d|localhost|[\w.]+\.example):\d+/g, "$1:PORT");
}
