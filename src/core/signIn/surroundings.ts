import type { Environment } from "./cliFiles.ts";

/** What signing in finds around it. */
export interface Surroundings {
	/** The process's environment. */
	readonly env: Environment;
	/** Whether the user trusts the workspace that is open. */
	readonly isTrusted: () => boolean;
	/** What the user wrote for `coder.defaultUrl`, in any shape. */
	readonly defaultUrl: () => unknown;
}

/** Variables by which the system itself says where a user's files are. */
const system = ["APPDATA"];

/**
 * The environment as far as it may be gone by. A container, direnv or a task can set variables for a workspace, so that
 * in a workspace that is not trusted they must not say where to sign in, as whom, where the CLI's files are, or which
 * program is the CLI.
 */
export function visibleEnvironment({ env, isTrusted }: Surroundings): Environment {
	return isTrusted() ? env : Object.fromEntries(system.map((name) => [name, env[name]]));
}
