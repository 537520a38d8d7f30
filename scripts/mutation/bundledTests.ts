import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Tests that check the text of source files, which is different when it contains mutants. */
const ofTexts = /^(l10n|packaging)\/|^(messages\/lint|bounds\/expressions|configuration\/webview)/;

/**
 * Integration tests that would take too long with each mutant, because they run other processes (whose code has no
 * active mutant), or wait for slow networks. Tests that need hooks of Node's loader aren't bundled and don't run either.
 */
const tooSlow =
	/^(history\/mixedVersions|http\/slowNetworks|notifications\/ledgerProcesses|releases\/descriptions)\./;

/**
 * Returns the bundles of the tests for a folder in src/core, after the hooks that all of them need: the unit and
 * integration tests in the folders of the same name, and unit tests that import a file from it. The tests of other
 * features run its code too, but it's up to a feature's own tests to notice its mutants, and they take seconds instead
 * of minutes.
 */
export function findBundledTests(folder: string): readonly string[] {
	const unit = bundlesOf("unit").filter(
		(name) =>
			!ofTexts.test(name) &&
			(name.startsWith(`${folder}/`) ||
				readFileSync(sourceOf("unit", name), "utf8").includes(`/src/core/${folder}/`)),
	);
	const integration = bundlesOf("integration").filter(
		(name) => name.startsWith(`${folder}/`) && !ofTexts.test(name) && !tooSlow.test(name),
	);
	return [
		...["hooks.mjs", ...unit].map((name) => path.join(bundlesIn("unit"), name)),
		...integration.map((name) => path.join(bundlesIn("integration"), name)),
	];
}

/** Returns the test file of a bundle. */
export function sourceOfBundle(bundle: string): string {
	const relative = path.relative(path.resolve("out", "bundledTests"), bundle);
	// Such as `unit/test/unit/license/license.test.mjs`.
	return path.resolve(relative.slice(relative.indexOf(path.sep) + 1).replace(/\.mjs$/, ".ts"));
}

// The test runner works in a copy of the repository, which has the mutants.
const bundlesIn = (tier: string): string => path.resolve("out", "bundledTests", tier, "test", tier);

const sourceOf = (tier: string, bundle: string): string =>
	path.resolve("test", tier, bundle.replace(/\.mjs$/, ".ts"));

/** Returns the bundles of a tier, relative to its folder. */
function bundlesOf(tier: string): readonly string[] {
	const folder = bundlesIn(tier);
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.map((file) => file.replaceAll("\\", "/"))
		.filter((name) => name.endsWith(".test.mjs"))
		.toSorted();
}
