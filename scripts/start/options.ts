import { parseArgs } from "node:util";
import { hostVersions, isHostVersion, type HostVersion } from "../host/versions.ts";
import { HumanError } from "../humanError.ts";

/** The options of `npm start -- …`. */
export interface StartOptions {
	readonly version: HostVersion;
	readonly desktop: boolean;
	/** The URL of a real deployment. If missing, the sample is started. */
	readonly url: string | undefined;
	readonly signedIn: boolean;
	/** The ports of VS Code and of the sample. */
	readonly port: number;
	readonly samplePort: number;
}

export const usage = `npm start -- [options]
  --vscode VERSION    ${hostVersions.join(" or ")} (default: ${newest()})
  --desktop           use a desktop VS Code instead of one in the browser
  --url URL           use a real deployment instead of the sample, with the token in CODER_SESSION_TOKEN
  --signed-in         set URL and token in the extension's environment, so that it offers to sign in
  --port N            port of VS Code (default: 8120)
  --sample-port N     port of the sample deployment (default: 7080); its control routes use the next port
  --help              show this help`;

/** Parses the command line; undefined if help was requested. */
export function readOptions(args: readonly string[]): StartOptions | undefined {
	const { values } = parse(args);
	if (values.help) {
		return undefined;
	}
	if (!isHostVersion(values.vscode)) {
		throw new HumanError(`--vscode must be ${hostVersions.join(" or ")}, not "${values.vscode}".`);
	}
	if (values.url !== undefined && !/^https?:\/\/[^/]/.test(values.url)) {
		throw new HumanError(`--url requires an address such as https://coder.example.com.`);
	}
	return {
		version: values.vscode,
		desktop: values.desktop,
		url: values.url,
		signedIn: values["signed-in"],
		port: readPort("--port", values.port),
		samplePort: readPort("--sample-port", values["sample-port"]),
	};
}

/** Parses options. Node's own message about an invalid option is also a sentence. */
function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				vscode: { type: "string", default: newest() },
				desktop: { type: "boolean", default: false },
				url: { type: "string" },
				"signed-in": { type: "boolean", default: false },
				port: { type: "string", default: "8120" },
				"sample-port": { type: "string", default: "7080" },
				help: { type: "boolean", default: false },
			},
		});
	} catch (error) {
		throw new HumanError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
	}
}

function newest(): HostVersion {
	return hostVersions.at(-1) ?? "1.139.1";
}

function readPort(option: string, text: string): number {
	const port = Number(text);
	if (!/^\d+$/.test(text) || port > 65_534) {
		throw new HumanError(`${option} requires a port number, not "${text}".`);
	}
	return port;
}
