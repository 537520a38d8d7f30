/**
 * Runs test/host inside VS Code: in the versions from npm or, with `--desktop`, in a desktop VS Code that
 * @vscode/test-electron downloads. `--version 1.100.3` selects a version; `--bundle` only creates the bundled tests in
 * out/host, for VS Code's debugger.
 */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { runTests, TestRunFailedError } from "@vscode/test-electron";
import { provideBrowser } from "./browser/provideBrowser.ts";
import { bundleHostTests, type HostTests } from "./host/bundleHostTests.ts";
import { downloadDesktop } from "./host/downloadDesktop.ts";
import { hostEnvironment } from "./host/hostEnvironment.ts";
import { isolatedHome } from "./host/isolatedHome.ts";
import { provideHost } from "./host/provideHost.ts";
import { hostVersions, isHostVersion } from "./host/versions.ts";
import { HumanError, runMain } from "./humanError.ts";
import { outDir, repoRoot } from "./paths.ts";
import { printProgress } from "./progress.ts";

const { values } = parseArgs({
	options: {
		version: { type: "string" },
		desktop: { type: "boolean", default: false },
		grep: { type: "string" },
		bundle: { type: "boolean", default: false },
		extension: { type: "string", default: repoRoot },
	},
});

/** Returns the executable of this version, and the arguments that only it needs. */
async function executable(version: string): Promise<{ file: string; args: string[] }> {
	if (values.desktop) {
		return { file: await downloadDesktop(version), args: [] };
	}
	if (process.platform === "win32") {
		throw new HumanError(
			"On Windows, the tests inside VS Code require a desktop VS Code. Add --desktop.",
		);
	}
	if (!isHostVersion(version)) {
		throw new HumanError(`npm provides VS Code ${hostVersions.join(" and ")}, not ${version}.`);
	}
	// Here, because npm wouldn't find its settings in the home folder of the tests.
	await provideHost(version, printProgress);
	provideBrowser(printProgress);
	const file = path.join(repoRoot, "test", "hosts", "vscode.sh");
	return { file, args: [`--host-version=${version}`] };
}

async function testIn(version: string, tests: HostTests): Promise<boolean> {
	const tier = `host ${version}${values.desktop ? " desktop" : ""}`;
	const { file, args } = await executable(version);
	const dataDir = await mkdtemp(path.join(tmpdir(), "coder-host-"));
	console.log(`\n${tier}`);
	try {
		await runTests({
			vscodeExecutablePath: file,
			extensionDevelopmentPath: [path.resolve(values.extension), tests.consumer],
			extensionTestsPath: tests.entry,
			launchArgs: [...args, `--user-data-dir=${dataDir}`, `--extensions-dir=${dataDir}/extensions`],
			extensionTestsEnv: {
				// A desktop VS Code may need the actual home folder, for example to access the display.
				...(values.desktop ? {} : await isolatedHome(dataDir)),
				TEST_TIER: tier,
				TEST_RESULT_FILE: path.join(outDir, "results", `${tier.replaceAll(" ", "-")}.json`),
				TEST_GREP: values.grep ?? process.env["TEST_GREP"],
			},
		});
		return true;
	} catch (error) {
		if (error instanceof TestRunFailedError) {
			return false;
		}
		throw error;
	} finally {
		await rm(dataDir, { recursive: true, force: true });
	}
}

await runMain(async () => {
	if (!existsSync(path.join(repoRoot, "dist", "extension.js"))) {
		throw new HumanError("The extension isn't built yet. Run `npm run build` first.");
	}
	// The runner passes this process's environment to VS Code; see hostEnvironment.ts.
	process.env = hostEnvironment();
	await mkdir(outDir, { recursive: true });
	if (values.bundle) {
		await bundleHostTests(path.join(outDir, "host"));
		return 0;
	}
	// A separate folder for each run, so that concurrent runs don't delete each other's bundles.
	const folder = await mkdtemp(path.join(outDir, "host-"));
	const tests = await bundleHostTests(folder);
	let passed = true;
	try {
		for (const version of values.version === undefined ? hostVersions : [values.version]) {
			passed = (await testIn(version, tests)) && passed;
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	return passed ? 0 : 1;
});
