/**
 * Shows the extension: `npm start`. Builds it, starts a sample deployment and a VS Code with the extension, and prints
 * the address to open. `npm start -- --help` lists the options.
 */
import { spawnSync } from "node:child_process";
import { HumanError, runMain } from "./humanError.ts";
import { repoRoot } from "./paths.ts";
import { printProgress } from "./progress.ts";
import { requireFreePort } from "./start/freePorts.ts";
import { provideDeployment, type Deployment } from "./start/deployment.ts";
import { startInBrowser } from "./start/inBrowser.ts";
import { startOnDesktop } from "./start/onDesktop.ts";
import { readOptions, usage } from "./start/options.ts";

function build(): void {
	printProgress("Building the extension");
	const { status } = spawnSync(process.execPath, ["esbuild.js"], {
		cwd: repoRoot,
		stdio: ["ignore", "ignore", "inherit"],
	});
	if (status !== 0) {
		throw new HumanError("The extension couldn't be built. See the output above.");
	}
}

/** Returns the environment variables with which the extension offers to sign in. */
function signInEnvironment({ url, token }: Deployment): Record<string, string> {
	return { CODER_URL: url, CODER_SESSION_TOKEN: token ?? "" };
}

function print(lines: readonly string[]): void {
	console.log(["", ...lines, ""].join("\n"));
}

await runMain(async () => {
	const options = readOptions(process.argv.slice(2));
	if (!options) {
		console.log(usage);
		return 0;
	}
	// Checked first, because otherwise the error would only occur after the build and the start of VS Code.
	if (!options.desktop) await requireFreePort(options.port, "--port");
	if (options.url === undefined) await requireFreePort(options.samplePort, "--sample-port");
	build();
	const deployment = await provideDeployment(options);
	const env = options.signedIn ? signInEnvironment(deployment) : {};
	const next = options.signedIn
		? "The extension offers to sign in. Select Sign In."
		: "Then select Coder Deployment in the Activity Bar, and sign in with the URL and a token.";
	if (options.desktop) {
		print([...deployment.facts, "", next, "Close VS Code or press Ctrl+C to stop."]);
		await startOnDesktop(env);
		return 0;
	}
	const address = await startInBrowser(options, env);
	print([
		`Open in a browser:  ${address}`,
		"",
		...deployment.facts,
		"",
		next,
		"After a rebuild (npm run watch), reload the page. Press Ctrl+C to stop everything.",
	]);
	return new Promise<number>(() => {
		// Until Ctrl+C, which ends the process; see onExit.ts.
	});
});
