import { existsSync } from "node:fs";
import { readResult, type TierResult } from "./result.ts";
import { runCommand } from "./runCommand.ts";
import type { TestTier } from "./tier.ts";
import { resultFile } from "./tiers.ts";

/**
 * Runs a tier of tests, prints its output, and returns its result.
 *
 * @param named whether each line of the output begins with the tier's name, because others print as well
 * @param useMore called if the tier can use more processes, with what starts one
 */
export async function runTier(
	tier: TestTier,
	env: Record<string, string>,
	named: boolean,
	useMore: (more: () => void) => void,
): Promise<TierResult> {
	const version = tier.host === undefined ? {} : { TEST_VSCODE_VERSION: tier.host };
	const onStart = (send: (message: string) => void): void => {
		useMore(() => {
			send("another process");
		});
	};
	const code = await runCommand(
		tier.command,
		{ ...env, ...version },
		named ? tier.name : undefined,
		tier.grows ? onStart : undefined,
	);
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
