import { execFile } from "node:child_process";
import { access, constants, stat } from "node:fs/promises";
import path from "node:path";
import { t } from "../base/l10n.ts";
import type { Environment } from "./cliFiles.ts";

/** A token, or why there is none. */
export type TokenReading =
	{ readonly ok: true; readonly token: string } | { readonly ok: false; readonly message: string };

/** The Coder CLI on the PATH, as an absolute path. Nothing is run to find it. */
export async function findCli(
	env: Environment,
	platform: NodeJS.Platform = process.platform,
): Promise<string | undefined> {
	// Only programs that start without a shell: a .cmd file would need one.
	const name = platform === "win32" ? "coder.exe" : "coder";
	const folders = (env.PATH ?? env.Path ?? "")
		.split(path.delimiter)
		.filter((folder) => path.isAbsolute(folder));
	for (const folder of folders) {
		const file = path.join(folder, name);
		if (await isExecutable(file)) return file;
	}
	return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
	try {
		await access(file, constants.X_OK);
		// A folder is executable, too.
		return (await stat(file)).isFile();
	} catch {
		return false;
	}
}

const limitMs = 15_000;
const longestOutputBytes = 4096;

/**
 * Asks the CLI for the session token that it keeps in the keyring: `coder login token`, CLI v2.32 and newer. It is
 * run without a shell, and what it prints is never logged.
 */
export function askCliForToken(
	cli: string,
	env: Environment,
	signal?: AbortSignal,
): Promise<TokenReading> {
	// With this variable the CLI would print it instead of its own session.
	const { CODER_SESSION_TOKEN, ...rest } = env;
	return new Promise((resolve) => {
		execFile(
			cli,
			["login", "token"],
			{
				env: rest,
				timeout: limitMs,
				maxBuffer: longestOutputBytes,
				windowsHide: true,
				...(signal ? { signal } : {}),
			},
			(error, stdout) => {
				const token = stdout.trim();
				if (!error && token !== "" && !/\s/.test(token)) resolve({ ok: true, token });
				else resolve({ ok: false, message: refusal(error) });
			},
		);
	});
}

function refusal(error: { readonly killed?: boolean | undefined } | null): string {
	if (error?.killed) {
		return t("The Coder CLI did not answer. Sign in with a session token instead.");
	}
	return t(
		"The Coder CLI gave no token. “coder login token” needs version 2.32 or newer and a session; sign in with a session token instead.",
	);
}
