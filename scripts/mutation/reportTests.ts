import { TestStatus, type TestResult } from "@stryker-mutator/api/test-runner";
import type Mocha from "mocha";
import { sourceOfBundle } from "./bundledTests.ts";
import type { CoverageOfHooks } from "./coverageOfHooks.ts";

/** A result, and the processor time that the test took. */
export interface TimedResult {
	readonly result: TestResult;
	/** The processor time in ms, which depends less on other programs than the duration does. */
	readonly processorMs: number;
}

/** Runs Mocha, and returns its tests. A failed hook counts as a failed test. */
export function reportTests(
	mocha: Mocha,
	coverage: CoverageOfHooks | undefined,
): Promise<TimedResult[]> {
	return new Promise((resolve) => {
		const results: TimedResult[] = [];
		let before = process.cpuUsage();
		const report = (result: TestResult): void => {
			const { user, system } = process.cpuUsage(before);
			results.push({ result, processorMs: (user + system) / 1000 });
		};
		const runner = mocha.run(() => {
			resolve(results);
		});
		runner.on("test", (test) => {
			before = process.cpuUsage();
			coverage?.started(test);
		});
		runner.on("pass", (test) => {
			report({ ...described(test), status: TestStatus.Success });
		});
		runner.on("pending", (test) => {
			report({ ...described(test), status: TestStatus.Skipped });
		});
		runner.on("fail", (test, error: Error) => {
			const failureMessage = error.stack ?? error.message;
			report({ ...described(test), status: TestStatus.Failed, failureMessage });
		});
	});
}

function described(test: Mocha.Runnable) {
	const title = test.fullTitle();
	const fileName = test.file === undefined ? undefined : sourceOfBundle(test.file);
	return {
		id: title,
		name: title,
		timeSpentMs: test.duration ?? 0,
		// So that a changed file's tests run again.
		...(fileName === undefined ? {} : { fileName }),
	};
}
