import { TestStatus, type TestResult } from "@stryker-mutator/api/test-runner";
import type Mocha from "mocha";
import { sourceOfBundle } from "./bundledTests.ts";
import type { CoverageOfHooks } from "./coverageOfHooks.ts";

/** Runs Mocha, and returns its tests. A failed hook counts as a failed test. */
export function reportTests(
	mocha: Mocha,
	coverage: CoverageOfHooks | undefined,
): Promise<TestResult[]> {
	return new Promise((resolve) => {
		const results: TestResult[] = [];
		const runner = mocha.run(() => {
			resolve(results);
		});
		runner.on("test", (test) => {
			coverage?.started(test);
		});
		runner.on("pass", (test) => {
			results.push({ ...result(test), status: TestStatus.Success });
		});
		runner.on("pending", (test) => {
			results.push({ ...result(test), status: TestStatus.Skipped });
		});
		runner.on("fail", (test, error: Error) => {
			const failureMessage = error.stack ?? error.message;
			results.push({ ...result(test), status: TestStatus.Failed, failureMessage });
		});
	});
}

function result(test: Mocha.Runnable) {
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
