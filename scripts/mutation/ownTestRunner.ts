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
import { reportTests } from "./reportTests.ts";

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
		const coverage = new CoverageOfHooks(this.#mocha.suite, context);
		const result = await this.#run(false, coverage);
		if (result.status === DryRunStatus.Complete && coverageAnalysis !== "off") {
			const mutantCoverage = coverage.perTest();
			return { ...result, ...(mutantCoverage ? { mutantCoverage } : {}) };
		}
		return result;
	}

	async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
		delete context.hitLimit;
		delete context.hitCount;
		if (options.hitLimit !== undefined)
			Object.assign(context, { hitLimit: options.hitLimit, hitCount: 0 });
		context.activeMutant = options.activeMutant.id;
		const titles = new Set(options.testFilter);
		this.#mocha.grep(options.testFilter ? exactly(titles) : /^/);
		return toMutantRunResult(await this.#run(!options.disableBail));
	}

	dispose(): Promise<void> {
		this.#mocha.dispose();
		return Promise.resolve();
	}

	async #run(bail: boolean, coverage?: CoverageOfHooks): Promise<DryRunResult> {
		setBail(this.#mocha.suite, bail);
		const tests = await reportTests(this.#mocha, coverage);
		const { hitCount, hitLimit } = context;
		return determineHitLimitReached(hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests };
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

export const strykerPlugins = [
	declareClassPlugin(PluginKind.TestRunner, "own tests", OwnTestRunner),
];
