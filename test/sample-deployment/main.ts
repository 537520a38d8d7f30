import { readCommandLine, usage } from "./commandLine.ts";
import { controlHelp } from "./control/control.ts";
import { startSampleDeployment, type SampleDeploymentOptions } from "./server.ts";

/** Runs a sample deployment until Ctrl+C, and logs each request. */
async function main(): Promise<void> {
	let options: SampleDeploymentOptions;
	try {
		options = readCommandLine(process.argv.slice(2));
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
		process.exitCode = 2;
		return;
	}
	const onRequest = (line: string) => {
		console.log(`${new Date().toISOString()} ${line}`);
	};
	const deployment = await startSampleDeployment({ ...options, onRequest });
	console.log(`Sample deployment: ${deployment.url}`);
	for (const [name, token] of Object.entries(deployment.tokens)) {
		console.log(`  ${name.padEnd(10)} ${token}`);
	}
	console.log(`Control routes, at ${new URL(deployment.controlUrl ?? "").origin}:`);
	console.log(controlHelp());
	process.once("SIGINT", () => void deployment.close());
}

await main();
