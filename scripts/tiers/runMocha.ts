import { pathToFileURL } from "node:url";
import type { Context, Runner } from "mocha";
import type { Failure, TierResult } from "./result.ts";

export interface MochaOptions {
	readonly tier: string;
	readonly files: readonly string[];
	/** Milliseconds that one test may take. */
	readonly timeout: number;
	/** Runs only the tests whose full title contains this. */
	readonly grep?: string | undefined;
	/** Prints only what failed, not every test. */
	readonly brief?: boolean;
	/** Called after each test that failed, while what it opened is still there. */
	readonly onFailure?: (title: string) => Promise<void>;
}

/** Runs test files in this process, prints them as a list and gives the counts. */
export async function runMocha(options: MochaOptions): Promise<TierResult> {
	const { default: Mocha } = await import("mocha");
	const { Base } = Mocha.reporters;
	class OnlyFailures extends Base {
		constructor(runner: Runner, mochaOptions?: Mocha.MochaOptions) {
			super(runner, mochaOptions);
			runner.once("end", () => {
				if (this.failures.length > 0) Base.list(this.failures);
			});
		}
	}
	const mocha = new Mocha({
		ui: "bdd",
		reporter: options.brief ? OnlyFailures : "spec",
		timeout: options.timeout,
	});
	if (options.grep) {
		mocha.fgrep(options.grep);
	}
	const { onFailure } = options;
	if (onFailure) {
		mocha.rootHooks({
			async afterEach(this: Context) {
				if (this.currentTest?.state === "failed") {
					await onFailure(this.currentTest.fullTitle());
				}
			},
		});
	}
	// Not Mocha's own loading, which tries `require` first: a module that a test and a hook share
	// would then be there twice.
	for (const file of options.files) {
		mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, file, mocha);
		await import(pathToFileURL(file).href);
	}
	return new Promise((resolve) => {
		const failures: Failure[] = [];
		const runner: Runner = mocha.run(() => {
			const { passes = 0, pending = 0 } = runner.stats ?? {};
			const counts = { passed: passes, failed: failures.length, skipped: pending };
			// It would listen to the process for ever.
			mocha.dispose();
			resolve({ tier: options.tier, ...counts, failures });
		});
		// A failing hook is a failure too, though Mocha's own count of tests leaves it out.
		runner.on("fail", (test, error: Error) => {
			failures.push({ title: test.fullTitle(), message: error.message });
		});
	});
}
