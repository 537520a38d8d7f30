import type { CoverageData, InstrumenterContext, MutantCoverage } from "@stryker-mutator/api/core";
import type { Suite, Test } from "mocha";

/**
 * Assigns the code that a suite's `before` hooks execute to each test in the suite. Otherwise, it would be assigned to
 * the test before the suite, which doesn't check it.
 */
export class CoverageOfHooks {
	readonly #context: InstrumenterContext;
	readonly #suites = new Map<string, Suite>();

	constructor(root: Suite, context: InstrumenterContext) {
		this.#context = context;
		addHooks(root, (suite) => {
			const id = `before hooks of suite ${String(this.#suites.size)}`;
			this.#suites.set(id, suite);
			context.currentTestId = id;
		});
	}

	/** Must be called when a test starts, before its hooks. */
	started(test: Test): void {
		this.#context.currentTestId = test.fullTitle();
	}

	/**
	 * Returns which test executes which mutants, and how often.
	 *
	 * @param omitted IDs of tests that won't run with mutants
	 */
	perTest(omitted: ReadonlySet<string>): MutantCoverage | undefined {
		const coverage = this.#context.mutantCoverage;
		if (!coverage) return undefined;
		const perTest = { ...coverage.perTest };
		for (const [id, suite] of this.#suites) {
			const ofHooks = perTest[id];
			// eslint-disable-next-line @typescript-eslint/no-dynamic-delete
			delete perTest[id];
			if (!ofHooks) continue;
			suite.eachTest((test) => {
				const title = test.fullTitle();
				perTest[title] = added(perTest[title] ?? {}, ofHooks);
			});
		}
		const kept = Object.entries(perTest).filter(([id]) => !omitted.has(id));
		return { static: coverage.static, perTest: Object.fromEntries(kept) };
	}
}

/** Calls `start` before the first hook of each suite. */
function addHooks(suite: Suite, start: (suite: Suite) => void): void {
	if (!suite.root) {
		suite.beforeAll(() => {
			start(suite);
		});
		const hooks = (suite as unknown as { _beforeAll: unknown[] })._beforeAll;
		hooks.unshift(hooks.pop());
	}
	for (const inner of suite.suites) addHooks(inner, start);
}

function added(one: CoverageData, other: CoverageData): CoverageData {
	const sum = { ...one };
	for (const [mutant, hits] of Object.entries(other)) sum[mutant] = (sum[mutant] ?? 0) + hits;
	return sum;
}
