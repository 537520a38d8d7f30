import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Tests that check the text of source files, which is different when it contains mutants. */
const ofTexts = /^(l10n|packaging)\/|^(messages\/lint|bounds\/expressions|configuration\/webview)/;

/**
 * Returns the bundles of the unit tests for a folder in src/core, after the hooks that all of them need: the tests in the
 * folder of the same name, and those that import a file from it. The tests of other features run its code too, but
 * it's up to a feature's own tests to notice its mutants, and they take seconds instead of minutes.
 */
export function findBundledTests(folder: string): readonly string[] {
	// The test runner works in a copy of the repository, which has the mutants.
	const bundles = path.resolve("out/bundledTests/unit/test/unit");
	const sources = path.resolve("test/unit");
	const tests = readdirSync(bundles, { recursive: true, encoding: "utf8" }).filter((file) => {
		const name = file.replaceAll("\\", "/");
		if (!name.endsWith(".test.mjs") || ofTexts.test(name)) return false;
		const text = readFileSync(path.join(sources, file.replace(/\.mjs$/, ".ts")), "utf8");
		return name.startsWith(`${folder}/`) || text.includes(`/src/core/${folder}/`);
	});
	return ["hooks.mjs", ...tests.toSorted()].map((file) => path.join(bundles, file));
}
