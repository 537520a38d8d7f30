import type { Environment } from "./cliFiles.ts";

/** The environment of signing in. */
export interface Surroundings {
	/** The process's environment. */
	readonly env: Environment;
	/** Whether the user trusts the open workspace. */
	readonly isTrusted: () => boolean;
	/** Returns the user's value of `coder.defaultUrl`, of any type. */
	readonly defaultUrl: () => unknown;
}

/** Variables in which the system specifies where a user's files are. */
const system = ["APPDATA"];

/**
 * Returns the environment variables that can be trusted. A container, direnv, or a task can set variables for a
 * workspace, so in an untrusted workspace they must not determine where to sign in, with which account, where the CLI's
 * files are, or which program is the CLI.
 */
export function visibleEnvironment({ env, isTrusted }: Surroundings): Environment {
	return isTrusted() ? env : Object.fromEntries(system.map((name) => [name, env[name]]));
}
