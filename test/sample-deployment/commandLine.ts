import { parseArgs } from "node:util";
import type { TokenName } from "./auth/accounts.ts";
import { updateStates } from "./endpoints/updateCheck.ts";
import type { SampleDeploymentOptions } from "./startOptions.ts";
import { isVersionId } from "./versions.ts";

/** The supported command line. */
export const usage = `Usage: tsx test/sample-deployment/main.ts [options]
  --port N              port on 127.0.0.1 (default: 7080)
  --control-port N      port of the control routes (default: the next port)
  --version ID          ancient | old | current | next | dev (default: current)
  --role-hint NAME      whose token the page /cli-auth shows: owner | auditor | member (default: owner)
  --base-path PATH      path of the deployment
  --access-url URL      access URL; "self" is the actual address (default: self)
  --update STATE        ${updateStates.join(" | ")} (default: available)
  --extra-options N     number of made-up options to add
  --token-minutes N     minutes until the tokens expire
  --unconfigured        leave every option at its default
  --workspace-proxy     respond like a workspace proxy
  --redirect URL        redirect every request to this URL
`;

/** Parses the command line into start options; throws with the reason if they're invalid. */
export function readCommandLine(words: readonly string[]): SampleDeploymentOptions {
	const { values } = parseArgs({
		args: [...words],
		options: {
			port: { type: "string", default: "7080" },
			"control-port": { type: "string" },
			version: { type: "string", default: "current" },
			"role-hint": { type: "string", default: "owner" },
			"base-path": { type: "string", default: "" },
			"access-url": { type: "string", default: "self" },
			update: { type: "string", default: "available" },
			"extra-options": { type: "string", default: "0" },
			"token-minutes": { type: "string" },
			unconfigured: { type: "boolean", default: false },
			"workspace-proxy": { type: "boolean", default: false },
			redirect: { type: "string" },
		},
	});
	const { version, redirect } = values;
	const minutes = values["token-minutes"];
	const port = readNumber(values.port);
	const updateState = updateStates.find((state) => state === values.update);
	if (!isVersionId(version) || !updateState) {
		throw new Error(`there is no ${updateState ? `version "${version}"` : "such update state"}`);
	}
	return {
		port,
		controlPort: readNumber(values["control-port"] ?? String(port === 0 ? 0 : port + 1)),
		version,
		updateState,
		cliAuthToken: readRole(values["role-hint"]),
		basePath: values["base-path"],
		accessUrl: values["access-url"],
		extraOptions: readNumber(values["extra-options"]),
		configured: !values.unconfigured,
		workspaceProxy: values["workspace-proxy"],
		...(minutes !== undefined && { tokenLifetimeMs: readNumber(minutes) * 60_000 }),
		...(redirect !== undefined && { accessUrlRedirect: redirect }),
	};
}

function readNumber(text: string): number {
	const number = Number(text);
	if (!Number.isInteger(number) || number < 0) {
		throw new Error(`"${text}" isn't an integer`);
	}
	return number;
}

function readRole(text: string): TokenName {
	if (text !== "owner" && text !== "auditor" && text !== "member") {
		throw new Error(`there is no role "${text}"`);
	}
	return text;
}
