/** Runs a sample deployment, and calls its functions for the process that started this one. */
import { startSampleDeployment } from "../../../test/sample-deployment/server.ts";
import type { Call, Started } from "./remoteSample.ts";

const sample = await startSampleDeployment({ accessUrl: "self" });
process.on("message", ({ name, args }: Call) => {
	const run = sample[name] as (...args: readonly unknown[]) => unknown;
	process.send?.({ result: run(...args) });
});
process.on("disconnect", () => process.exit(0));
process.send?.({ result: { url: sample.url, tokens: sample.tokens } satisfies Started });
