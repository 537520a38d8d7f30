/**
 * Runs all tests: `npm test`. Names of tiers run only these, such as `npm test -- unit` or `npm test -- host ui`;
 * `--version 1.100.3` selects a VS Code, `--grep TEXT` the tests whose titles contain a text, and `--new-values` lets
 * property tests use other values than last time. Missing programs that the tests need are installed.
 */
import { rm } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { provideBrowser } from "./browser/provideBrowser.ts";
import { packageVariable } from "./host/packageExtension.ts";
import { provideHost } from "./host/provideHost.ts";
import { errorText, HumanError, runMain } from "./humanError.ts";
import { outDir } from "./paths.ts";
import { printProgress } from "./progress.ts";
import { writeReliability } from "./reliability.ts";
import { inTurns } from "./tiers/inTurns.ts";
import { writeResult, type TierResult } from "./tiers/result.ts";
import { runChecks } from "./tiers/runChecks.ts";
import { runCommand } from "./tiers/runCommand.ts";
import { failed, runTier } from "./tiers/runTier.ts";
import { summary } from "./tiers/summary.ts";
import type { TestTier, Tier, TierGroup } from "./tiers/tier.ts";
import { installation, packageFile, resultFile, tiers } from "./tiers/tiers.ts";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		version: { type: "string" },
		grep: { type: "string" },
		"new-values": { type: "boolean", default: false },
	},
});

/** Variables for the processes that run tests. */
const env: Record<string, string> = {
	...(values.grep === undefined ? {} : { TEST_GREP: values.grep }),
	...(values["new-values"] ? { TEST_NEW_VALUES: "1" } : {}),
};

/** Returns the tiers selected on the command line. Those that run in VS Code need the build. */
function chosenTiers(): readonly Tier[] {
	const kinds = new Set(tiers.map((tier) => firstWord(tier.name)));
	const unknown = positionals.find((name) => !kinds.has(name));
	if (unknown !== undefined) {
		throw new HumanError(`There is no tier "${unknown}". Use one of: ${[...kinds].join(", ")}.`);
	}
	const wanted = positionals.length === 0 ? kinds : new Set(positionals);
	if (["host", "ui", "bench"].some((name) => wanted.has(name))) {
		wanted.add("build");
	}
	return tiers.filter(
		(tier) =>
			wanted.has(firstWord(tier.name)) &&
			(tier.kind === "checks" ||
				tier.host === undefined ||
				values.version === undefined ||
				tier.host === values.version),
	);
}

function firstWord(name: string): string {
	return name.split(" ")[0] ?? name;
}

/** Installs what tiers run in, in a process of its own; a tier for which this failed tries again, and reports why. */
async function install(chosen: readonly Tier[]): Promise<void> {
	const versions = chosen.flatMap((tier) =>
		tier.kind === "tests" && tier.host !== undefined ? [tier.host] : [],
	);
	if (versions.length > 0) await runCommand(installation([...new Set(versions)]), {}, undefined);
}

/** Checks that each VS Code and the browser are there that the tiers of a group need, and then runs several at once. */
async function runGroup(
	tiers: readonly TestTier[],
	built: boolean,
): Promise<readonly TierResult[]> {
	console.log(`\n== ${tiers.map(({ name }) => name).join(", ")}`);
	const results: TierResult[] = [];
	const ready: TestTier[] = [];
	for (const tier of tiers) {
		try {
			if (tier.host !== undefined) {
				if (!built) throw new HumanError("didn't run because the build failed");
				// One after the other, because they share packages.
				await provideHost(tier.host, printProgress);
				provideBrowser(printProgress);
			}
			ready.push(tier);
		} catch (error) {
			results.push(failedWith(tier, error));
		}
	}
	const named = ready.length > 1;
	const atOnce = tiers[0]?.group?.atOnce ?? 1;
	await inTurns(ready, atOnce, async (tier, useMore) => {
		results.push(
			await runTier(tier, env, named, useMore).catch((error: unknown) => failedWith(tier, error)),
		);
	});
	return results;
}

function failedWith({ name }: TestTier, error: unknown): TierResult {
	console.error(errorText(error));
	return failed(name, errorText(error));
}

/** Returns tiers in the order of their groups; a tier without one is alone. */
function groupsOf(chosen: readonly Tier[]): readonly (readonly TestTier[])[] {
	const groups = new Map<TierGroup | TestTier, TestTier[]>();
	for (const tier of chosen) {
		if (tier.kind === "checks") continue;
		const group = tier.group ?? tier;
		groups.set(group, [...(groups.get(group) ?? []), tier]);
	}
	return [...groups.values()];
}

await runMain(async () => {
	await rm(path.join(outDir, "results"), { recursive: true, force: true });
	const results: TierResult[] = [];
	const keep = (result: TierResult): void => {
		writeResult(resultFile(result.tier), result);
		results.push(result);
	};
	const chosen = chosenTiers();
	const checks = chosen.filter((tier) => tier.kind === "checks");
	if (checks.length > 0) {
		console.log(`\n== ${checks.map(({ name }) => name).join(", ")}`);
		const [checked] = await Promise.all([runChecks(checks), install(chosen)]);
		checked.forEach(keep);
	}
	const built = results.every(({ tier, failed }) => tier !== "build" || failed === 0);
	if (built && results.some(({ tier }) => tier === "build")) env[packageVariable] = packageFile;
	for (const group of groupsOf(chosen)) (await runGroup(group, built)).forEach(keep);
	if (positionals.length === 0) await writeReliability();
	console.log(summary(results));
	return results.some((result) => result.failed > 0) ? 1 : 0;
});
