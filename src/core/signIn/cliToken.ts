import { execFile } from "node:child_process";
import { t } from "../base/l10n.ts";
import type { Environment } from "./cliFiles.ts";

/** A token, or why there is none. */
export type TokenReading =
	{ readonly ok: true; readonly token: string } | { readonly ok: false; readonly message: string };

const longestRunMs = 15_000;
const longestOutputBytes = 4096;

/** The first version with `coder login token`, as major and minor. Older versions would treat `token` as a host. */
const [neededMajor, neededMinor] = [2, 32];

/** A question for a CLI. */
export interface CliQuestion {
	/** The CLI's absolute path. */
	readonly cli: string;
	/** The token's URL; it's used for no other. */
	readonly url: string;
	/** The environment, from which variables that would override the CLI's session are removed. */
	readonly env: Environment;
}

/**
 * Asks the CLI for the session token of a URL in the keyring: `coder login token --url=…`, CLI v2.32 and later. Runs it
 * without a shell, and never logs its output. The keyring stores tokens of several deployments by host; without the
 * flag, the CLI would use the URL in its environment. See `cli/login.go` and `cli/sessionstore` in Coder's source.
 *
 * @param timeout the maximum duration of a command, in ms
 */
export async function askCliForToken(
	{ cli, url, env }: CliQuestion,
	signal?: AbortSignal,
	timeout = longestRunMs,
): Promise<TokenReading> {
	const run = (args: readonly string[]): Promise<Run> =>
		runCli(cli, args, { env: ownSession(env), timeout, ...(signal ? { signal } : {}) });
	if (isTooOld((await run(["version"])).output)) return { ok: false, message: refusal(undefined) };
	const { error, output } = await run(["login", "token", `--url=${url}`]);
	const token = output.trim();
	if (!error && token !== "" && !/\s/.test(token)) return { ok: true, token };
	return { ok: false, message: refusal(error) };
}

/** Returns the environment without variables that would make the CLI use another deployment. */
function ownSession(env: Environment): Environment {
	const dropped = new Set(["CODER_URL", "CODER_SESSION_TOKEN"]);
	// Windows ignores the case of variable names.
	return Object.fromEntries(
		Object.entries(env).filter(([name]) => !dropped.has(name.toUpperCase())),
	);
}

interface Run {
	readonly error: { readonly killed?: boolean | undefined } | undefined;
	/** The command's output. */
	readonly output: string;
}

function runCli(
	cli: string,
	args: readonly string[],
	limits: { readonly env: Environment; readonly timeout: number; readonly signal?: AbortSignal },
): Promise<Run> {
	const options = { ...limits, maxBuffer: longestOutputBytes, windowsHide: true };
	return new Promise((resolve) => {
		execFile(cli, args, options, (error, stdout) => {
			resolve({ error: error ?? undefined, output: stdout });
		});
	});
}

/** Returns true if the CLI's version is too old; a CLI that doesn't report its version is tried. */
function isTooOld(versionText: string): boolean {
	const [, major, minor] = /\bv(\d{1,3})\.(\d{1,3})\./.exec(versionText) ?? [];
	if (major === undefined || (major === "0" && minor === "0")) return false;
	const difference = Number(major) - neededMajor || Number(minor) - neededMinor;
	return difference < 0;
}

function refusal(error: Run["error"]): string {
	if (error?.killed) {
		return t("The Coder CLI didn't respond. Sign in with a session token instead.");
	}
	return t(
		"The Coder CLI didn't provide a token. “coder login token” requires version 2.32 or later and a session. Sign in with a session token instead.",
	);
}
