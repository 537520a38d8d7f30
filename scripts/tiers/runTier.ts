import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { onExit } from "../onExit.ts";
import { repoRoot } from "../paths.ts";
import { readResult, type TierResult } from "./result.ts";
import type { TestTier } from "./tier.ts";
import { resultFile } from "./tiers.ts";

/**
 * Runs a tier of tests, prints its output, and returns its result.
 *
 * @param named whether each line of the output begins with the tier's name, because others print as well
 */
export async function runTier(
	tier: TestTier,
	env: Record<string, string>,
	named: boolean,
): Promise<TierResult> {
	const version = tier.host === undefined ? {} : { TEST_VSCODE_VERSION: tier.host };
	const code = await run(tier.command, { ...env, ...version }, named ? tier.name : undefined);
	const file = resultFile(tier.name);
	if (!existsSync(file)) {
		return failed(tier.name, `ended with code ${code} before it counted its tests`);
	}
	const result = readResult(file);
	const { passed, failures } = result;
	if (passed + result.failed === 0 && !env["TEST_GREP"]) {
		return failed(tier.name, "ran no test");
	}
	if (code !== 0 && result.failed === 0) {
		const title = `ended with code ${code} although no test failed`;
		return { ...result, passed, failed: 1, failures: [...failures, { title, message: "" }] };
	}
	return result;
}

/** Returns the result of a tier whose tests couldn't start. */
export function failed(tier: string, reason: string): TierResult {
	const failures = [{ title: reason, message: "" }];
	return { tier, passed: 0, failed: 1, skipped: 0, failures };
}

/**
 * Runs a command in the repository, with this process's Node for `node`, and returns its exit code. Each line that it
 * prints begins with `prefix`, if there is one.
 */
function run(
	command: readonly string[],
	env: Record<string, string>,
	prefix: string | undefined,
): Promise<number> {
	const [name = "", ...args] = command;
	const child = spawn(name === "node" ? process.execPath : name, args, {
		cwd: repoRoot,
		env: { ...process.env, ...env },
		stdio: prefix === undefined ? "inherit" : ["inherit", "pipe", "pipe"],
	});
	for (const stream of [child.stdout, child.stderr]) {
		if (stream === null) continue;
		createInterface(stream).on("line", (line) => {
			console.log(`${prefix ?? ""}  ${line}`);
		});
	}
	const forget = onExit(() => child.kill());
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", (code, signal) => {
			forget();
			resolve(code ?? (signal === null ? 1 : 128));
		});
	});
}
