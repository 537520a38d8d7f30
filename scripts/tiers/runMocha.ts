import { pathToFileURL } from "node:url";
import type { Context, Runner } from "mocha";
import type { Failure, TierResult } from "./result.ts";

/** The possible exports of a folder's `hooks.ts`. */
export interface Hooks {
	/** The maximum duration of a test, in ms; 10 seconds by default. */
	readonly timeout?: number;
	/** Called after each failed test, while what it opened still exists. */
	readonly onFailure?: (title: string) => Promise<void>;
}

export interface MochaOptions {
	readonly tier: string;
	readonly files: readonly string[];
	readonly hooks: Hooks;
	/** Runs only the tests whose full titles contain this. */
	readonly grep?: string | undefined;
	/** Prints only failures, not every test. */
	readonly brief?: boolean;
}

/** Runs test files in this process, prints them as a list, and returns the counts. */
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
		timeout: options.hooks.timeout ?? 10_000,
	});
	if (options.grep) {
		mocha.fgrep(options.grep);
	}
	const { onFailure } = options.hooks;
	if (onFailure) {
		mocha.rootHooks({
			async afterEach(this: Context) {
				if (this.currentTest?.state === "failed") {
					await onFailure(this.currentTest.fullTitle());
				}
			},
		});
	}
	// Not with Mocha's own loading, which tries `require` first and would load a module twice that a test and a hook
	// share.
	for (const file of options.files) {
		mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, file, mocha);
		await import(pathToFileURL(file).href);
	}
	return new Promise((resolve) => {
		const failures: Failure[] = [];
		const runner: Runner = mocha.run(() => {
			const { passes = 0, pending = 0 } = runner.stats ?? {};
			const counts = { passed: passes, failed: failures.length, skipped: pending };
			// Otherwise, it would listen to the process forever.
			mocha.dispose();
			resolve({ tier: options.tier, ...counts, failures });
		});
		// A failed hook is a failure too, although Mocha's own count doesn't include it.
		runner.on("fail", (test, error: Error) => {
			failures.push({ title: test.fullTitle(), message: error.message });
		});
	});
}
