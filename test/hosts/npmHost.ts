/**
 * VS Code for @vscode/test-electron on machines without a desktop VS Code: takes the same command line, loads the
 * extension and the tests in VS Code from npm, prints the tests' output, and exits with their exit code.
 */
import { parseArgs } from "node:util";
import { launchBrowser } from "../../scripts/browser/launchBrowser.ts";
import { linkExtension } from "../../scripts/host/linkExtension.ts";
import { provideHost } from "../../scripts/host/provideHost.ts";
import { writeSettings } from "../../scripts/host/settings.ts";
import { startServer } from "../../scripts/host/startServer.ts";
import { isHostVersion } from "../../scripts/host/versions.ts";
import { workbenchUrl } from "../../scripts/host/workbenchUrl.ts";
import { HumanError, runMain } from "../../scripts/humanError.ts";
import { printProgress } from "../../scripts/progress.ts";
import { lineMark, runInPage } from "./runInPage.ts";

const minutes = 10;

interface CommandLine {
	readonly development: readonly string[];
	readonly tests: string;
	readonly dataDir: string;
	readonly version: string;
}

function commandLine(): CommandLine {
	const { values } = parseArgs({
		strict: false,
		options: {
			extensionDevelopmentPath: { type: "string", multiple: true },
			extensionTestsPath: { type: "string" },
			"user-data-dir": { type: "string" },
			"host-version": { type: "string" },
		},
	});
	const text = (name: string): string => {
		const value = values[name];
		if (typeof value !== "string") {
			throw new HumanError(`The VS Code from npm needs --${name}=VALUE.`);
		}
		return value;
	};
	const list = (name: string): string[] => {
		const value = values[name];
		return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
	};
	return {
		development: list("extensionDevelopmentPath"),
		tests: text("extensionTestsPath"),
		dataDir: text("user-data-dir"),
		version: text("host-version"),
	};
}

// The runner keeps this end of a pipe open while it runs.
process.stdin.on("end", () => process.exit(1)).resume();

await runMain(async () => {
	const { development, tests, dataDir, version } = commandLine();
	if (!isHostVersion(version)) {
		throw new HumanError(`There is no VS Code ${version} on npm for these tests.`);
	}
	const host = await provideHost(version, printProgress);
	// Complete, because the caller has already decided what the tests can see.
	const env = { ...(process.env as Record<string, string>), TEST_LINE_MARK: lineMark };
	await writeSettings(dataDir);
	// A window in a browser accepts only one extension folder; the others are installed with a link.
	const [extension = "", ...others] = development;
	for (const folder of others) await linkExtension(dataDir, folder);
	const server = await startServer({ host, dataDir, env, testDriver: true });
	const url = workbenchUrl(server.url, {
		extensionDevelopmentPaths: [extension],
		extensionTestsPath: tests,
	});
	const browser = await launchBrowser(printProgress);
	try {
		return await runInPage(await browser.newPage(), url, minutes);
	} finally {
		await browser.close();
		await server.stop();
	}
});
