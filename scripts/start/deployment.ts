import { startSampleDeployment } from "../../test/sample-deployment/server.ts";
import { HumanError } from "../humanError.ts";
import type { StartOptions } from "./options.ts";

/** The deployment to show. */
export interface Deployment {
	readonly url: string;
	/** The token to sign in with, if known. */
	readonly token: string | undefined;
	/** The facts that users need to know about it, one per line. */
	readonly facts: readonly string[];
}

/** Starts the sample, or uses the deployment on the command line. */
export async function provideDeployment(options: StartOptions): Promise<Deployment> {
	if (options.url !== undefined) {
		const token = process.env["CODER_SESSION_TOKEN"];
		if (options.signedIn && !token) {
			throw new HumanError("--signed-in with --url requires a token in CODER_SESSION_TOKEN.");
		}
		const facts = token
			? [`Deployment  ${options.url}`, "Token       the one in CODER_SESSION_TOKEN"]
			: [`Deployment  ${options.url}`, `Token       from ${new URL("cli-auth", options.url).href}`];
		return { url: options.url, token, facts };
	}
	const port = options.samplePort;
	const sample = await startSampleDeployment({
		port,
		controlPort: port === 0 ? 0 : port + 1,
		accessUrl: "self",
	}).catch((error: unknown) => {
		throw inUse(error, port);
	});
	const { owner, auditor, member } = sample.tokens;
	return {
		url: sample.url,
		token: owner,
		facts: [
			`Sample deployment  ${sample.url}`,
			`  owner's token    ${owner}`,
			`  auditor's token  ${auditor}`,
			`  member's token   ${member}`,
			`  control routes   run curl ${sample.controlUrl ?? ""} to list them`,
		],
	};
}

function inUse(error: unknown, port: number): unknown {
	const code = error instanceof Error && "code" in error ? error.code : undefined;
	return code === "EADDRINUSE"
		? new HumanError(
				`Port ${port} or ${port + 1} is already in use. Stop the other program or choose another port with --sample-port.`,
			)
		: error;
}
