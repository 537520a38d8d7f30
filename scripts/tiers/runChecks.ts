import { availableParallelism } from "node:os";
import { inTurns } from "./inTurns.ts";
import type { Failure, TierResult } from "./result.ts";
import { startCommand } from "./startCommand.ts";
import type { Check, CheckTier } from "./tier.ts";

/**
 * Runs the checks of several tiers, as many at once as there are cores, the longest first, and returns the tiers'
 * results. Each check's output is printed when it ends.
 */
export async function runChecks(tiers: readonly CheckTier[]): Promise<readonly TierResult[]> {
	const failures = new Map<Check, Failure>();
	const longestFirst = tiers.flatMap(({ checks }) => checks).sort((a, b) => b.seconds - a.seconds);
	await inTurns(longestFirst, availableParallelism(), async (check) => {
		const { title, command } = check;
		const { code, output } = await run(command);
		console.log(`${output}${code === 0 ? "✔" : "✘"} ${title}`);
		if (code === 0) return;
		failures.set(check, { title, message: `${command.join(" ")} ended with code ${code}` });
	});
	return tiers.map(({ name, checks }) => {
		const failed = checks.flatMap((check) => failures.get(check) ?? []);
		const passed = checks.length - failed.length;
		return { tier: name, passed, failed: failed.length, skipped: 0, failures: failed };
	});
}

/** Runs a command, and returns its exit code and what it printed. */
function run(command: readonly string[]): Promise<{ code: number; output: string }> {
	const child = startCommand(command, "pipe");
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
	}
	return new Promise((resolve) => {
		const end = (code: number): void => {
			resolve({ code, output });
		};
		child.once("error", (error) => {
			output += `${error.message}\n`;
			end(1);
		});
		child.once("close", (code) => {
			end(code ?? 128);
		});
	});
}
