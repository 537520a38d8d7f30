import { readExactUrl, readUrl } from "../coder/deploymentUrl.ts";
import { cliConfigDir, readCliSession, type Environment } from "./cliFiles.ts";
import { findCli } from "./findCli.ts";

/** A way to sign in that is currently available. */
export type SignInWay =
	| { readonly kind: "token" }
	/** The session in the Coder CLI's files. */
	| { readonly kind: "cliFiles"; readonly url: string; readonly token: string }
	/** The session in the Coder CLI's keyring, which only the CLI can read. */
	| { readonly kind: "cliKeyring"; readonly url: string; readonly cli: string }
	| { readonly kind: "environment"; readonly url: string; readonly token: string }
	/** An address that was signed in to before. */
	| { readonly kind: "seen"; readonly url: string; readonly name: string };

/** Finds the available ways. Runs and sends nothing. */
export async function findWays(
	env: Environment,
	seen: readonly { readonly url: string; readonly name: string }[],
): Promise<SignInWay[]> {
	const environment = environmentSession(env);
	return [
		{ kind: "token" },
		...(await cliWays(env)),
		...(environment ? [{ kind: "environment", ...environment } as const] : []),
		...seen.map((place) => ({ kind: "seen", ...place }) as const),
	];
}

async function cliWays(env: Environment): Promise<SignInWay[]> {
	const folder = cliConfigDir(env);
	const session = folder === undefined ? undefined : await readCliSession(folder);
	const reading = session && readExactUrl(session.url);
	if (!session || !reading?.ok) return [];
	const { url } = reading;
	if (session.token) return [{ kind: "cliFiles", url, token: session.token }];
	const cli = await findCli(env);
	return cli === undefined ? [] : [{ kind: "cliKeyring", url, cli }];
}

/** Returns the session that the CLI would use: `CODER_URL` with `CODER_SESSION_TOKEN`. */
export function environmentSession(
	env: Environment,
): { readonly url: string; readonly token: string } | undefined {
	const { CODER_URL: typed, CODER_SESSION_TOKEN: token } = env;
	if (!typed || !token) return undefined;
	const reading = readUrl(typed);
	return reading.ok ? { url: reading.url, token: token.trim() } : undefined;
}

/** Returns the initial address: the CLI's, the current workspace's, or the official extension's. */
export function urlToBeginWith(env: Environment, defaultUrl: unknown): string {
	return env.CODER_URL || env.CODER_AGENT_URL || (typeof defaultUrl === "string" ? defaultUrl : "");
}
