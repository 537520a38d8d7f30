/** StrykerJS loads this plugin: it runs the bundled tests with the project's own Mocha. */
import { pathToFileURL } from "node:url";
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from "@stryker-mutator/api/core";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
	determineHitLimitReached,
	DryRunStatus,
	toMutantRunResult,
	type DryRunOptions,
	type DryRunResult,
	type MutantRunOptions,
	type MutantRunResult,
	type TestRunner,
} from "@stryker-mutator/api/test-runner";
import Mocha from "mocha";
import { findBundledTests } from "./bundledTests.ts";
import { folderVariable } from "./folderVariable.ts";
import { CoverageOfHooks } from "./coverageOfHooks.ts";
import { reportTests, type TimedResult } from "./reportTests.ts";

/** So long that a test doesn't fail because the machine is busy, in ms. */
const longestTestMs = 20_000;

/** Tests that take more processor time would run for too long with each mutant, such as those of thousands of values. */
const longestProcessorMs = 1500;

/** Mocha's lists of a suite's hooks. */
const hookLists = ["_beforeAll", "_beforeEach", "_afterEach", "_afterAll"] as const;

const globals = globalThis as unknown as Record<string, InstrumenterContext | undefined>;

/** The instrumented code shares this object with the test runner. */
const context = (globals[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

/** Imports the tests once, and runs those that execute a mutant again for each mutant. */
class OwnTestRunner implements TestRunner {
	readonly #mocha = new Mocha({ ui: "bdd", reporter: "min", timeout: 10_000 });

	capabilities(): { reloadEnvironment: boolean } {
		return { reloadEnvironment: false };
	}

	async init(): Promise<void> {
		const mocha = this.#mocha.cleanReferencesAfterRun(false);
		for (const file of findBundledTests(process.env[folderVariable] ?? "")) {
			mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, file, mocha);
			await import(pathToFileURL(file).href);
		}
	}

	async dryRun({ coverageAnalysis }: DryRunOptions): Promise<DryRunResult> {
		setTimeouts(this.#mocha.suite, 0);
		const coverage = new CoverageOfHooks(this.#mocha.suite, context);
		const timed = await this.#run(false, coverage);
		setTimeouts(this.#mocha.suite, longestTestMs);
		fastestFirst(this.#mocha.suite, timed);
		const tests = timed.map(({ result }) => result);
		const result = { status: DryRunStatus.Complete, tests } as const;
		if (coverageAnalysis === "off") return result;
		const slow = timed.filter(({ processorMs }) => processorMs > longestProcessorMs);
		const mutantCoverage = coverage.perTest(new Set(slow.map(({ result: { id } }) => id)));
		return { ...result, ...(mutantCoverage ? { mutantCoverage } : {}) };
	}

	async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
		delete context.hitLimit;
		delete context.hitCount;
		if (options.hitLimit !== undefined)
			Object.assign(context, { hitLimit: options.hitLimit, hitCount: 0 });
		context.activeMutant = options.activeMutant.id;
		const titles = new Set(options.testFilter);
		this.#mocha.grep(options.testFilter ? exactly(titles) : /^/);
		const timed = await this.#run(!options.disableBail);
		const { hitCount, hitLimit } = context;
		const endless = determineHitLimitReached(hitCount, hitLimit);
		const tests = timed.map(({ result }) => result);
		return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests });
	}

	dispose(): Promise<void> {
		this.#mocha.dispose();
		return Promise.resolve();
	}

	#run(bail: boolean, coverage?: CoverageOfHooks): Promise<readonly TimedResult[]> {
		setBail(this.#mocha.suite, bail);
		return reportTests(this.#mocha, coverage);
	}
}

/** Returns an expression that matches only these titles. */
function exactly(titles: ReadonlySet<string>): RegExp {
	const escaped = [...titles].map((title) => title.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`));
	return new RegExp(`^(?:${escaped.join("|")})$`);
}

function setBail(suite: Mocha.Suite, bail: boolean): void {
	suite.bail(bail);
	for (const inner of suite.suites) setBail(inner, bail);
}

/** Sorts the files of tests, since a mutant needs no more tests once one has noticed it. */
function fastestFirst(root: Mocha.Suite, timed: readonly TimedResult[]): void {
	const times = new Map(timed.map(({ result, processorMs }) => [result.id, processorMs]));
	const timeOf = (suite: Mocha.Suite): number => {
		let sum = 0;
		suite.eachTest((test) => (sum += times.get(test.fullTitle()) ?? 0));
		return sum;
	};
	const bySuite = new Map(root.suites.map((suite) => [suite, timeOf(suite)]));
	root.suites.sort((one, other) => (bySuite.get(one) ?? 0) - (bySuite.get(other) ?? 0));
}

/** Sets the maximum duration of all tests and hooks, in ms; 0 is unlimited. */
function setTimeouts(suite: Mocha.Suite, ms: number): void {
	const hooks = suite as unknown as Record<(typeof hookLists)[number], Mocha.Runnable[]>;
	const all = [...suite.tests, ...hookLists.flatMap((name) => hooks[name])];
	for (const runnable of all) runnable.timeout(ms);
	for (const inner of suite.suites) setTimeouts(inner, ms);
}

export const strykerPlugins = [
	declareClassPlugin(PluginKind.TestRunner, "own tests", OwnTestRunner),
];
