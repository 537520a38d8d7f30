import { readdirSync } from "node:fs";
import path from "node:path";
import { format } from "node:util";
import { writeResult } from "../../scripts/tiers/result.ts";
import { runMocha } from "../../scripts/tiers/runMocha.ts";

/**
 * Runs, as the entry point for VS Code's extension host, every bundled test next to this bundle. The counts go to
 * TEST_RESULT_FILE. If a test fails, the promise rejects, which VS Code turns into its exit code.
 */
export async function run(): Promise<void> {
	markConsole(process.env["TEST_LINE_MARK"]);
	const files = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".test.cjs"))
		.map((file) => path.join(__dirname, file))
		.sort();
	const { TEST_TIER: tier = "host", TEST_RESULT_FILE: file, TEST_GREP: grep } = process.env;
	const result = await runMocha({ tier, files, hooks: { timeout: 20_000 }, grep });
	if (file !== undefined) {
		writeResult(file, result);
	}
	if (result.failed > 0) {
		throw new Error(`${result.failed} tests failed`);
	}
}

/**
 * Starts the tests' output with a mark that distinguishes it from VS Code's own log. VS Code ignores assignments to the
 * console's functions, so they're redefined.
 */
function markConsole(mark: string | undefined): void {
	if (mark === undefined) {
		return;
	}
	const print = console.log;
	for (const name of ["log", "info", "warn", "error"]) {
		const value = (...args: unknown[]): void => {
			print(mark + format(...args));
		};
		Object.defineProperty(console, name, { value, configurable: true });
	}
}
