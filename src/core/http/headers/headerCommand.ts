import { spawn, type ChildProcess } from "node:child_process";
import { formatBytes, formatDuration } from "../../base/format.ts";
import { t } from "../../base/l10n.ts";
import { readHeaderLines } from "./headerLines.ts";
import { killTreeCommand, shellCommand } from "./headerShell.ts";
import { SettingProblem } from "../settings/settingProblem.ts";

/** A header command, and the deployment to run it for. */
export interface HeaderCommand {
	/** The expanded command line for the shell. */
	readonly command: string;
	/** The setting that contains it. */
	readonly from: string;
	/** The deployment's URL, passed to the command in `CODER_URL`. */
	readonly url: string;
}

/** Limits of a run. */
export interface HeaderCommandLimits {
	/** In ms. */
	readonly timeMs: number;
	/** Of standard output, in bytes. */
	readonly outputBytes: number;
}

const defaultLimits: HeaderCommandLimits = { timeMs: 10_000, outputBytes: 64 * 1024 };

/**
 * Runs the command as Coder's CLI does, with `sh -c` or `cmd.exe /c`, and parses the headers that it prints. Its output
 * contains secrets: neither standard output nor standard error is logged or quoted. Its environment doesn't contain the
 * session token. Aborting `signal`, or exceeding a limit, ends the command and all its child processes.
 *
 * @throws {SettingProblem} if it fails, takes too long, prints too much, or prints something else
 * @throws the signal's reason if it was aborted
 */
export async function runHeaderCommand(
	{ command, from, url }: HeaderCommand,
	signal: AbortSignal,
	limits: HeaderCommandLimits = defaultLimits,
	platform: NodeJS.Platform = process.platform,
): Promise<Readonly<Record<string, string>>> {
	signal.throwIfAborted();
	const problem = (why: string): SettingProblem =>
		new SettingProblem(from, t("The command in the setting {0} failed. {1}", from, why));
	const child = start(command, url, platform);
	const output = await new Promise<string>((resolve, reject) => {
		const chunks: Buffer[] = [];
		let size = 0;
		const stop = (reason: unknown): void => {
			killTree(child, platform);
			reject(reason instanceof Error ? reason : new Error(String(reason)));
		};
		const abort = (): void => {
			stop(signal.reason);
		};
		const timer = setTimeout(() => {
			stop(problem(t("It didn't finish within {0}.", formatDuration(limits.timeMs))));
		}, limits.timeMs);
		signal.addEventListener("abort", abort);
		child.stdout?.on("data", (chunk: Buffer) => {
			size += chunk.length;
			if (size <= limits.outputBytes) chunks.push(chunk);
			else stop(problem(t("It printed more than {0}.", formatBytes(limits.outputBytes))));
		});
		const done = (): void => {
			clearTimeout(timer);
			signal.removeEventListener("abort", abort);
		};
		child.once("error", (error) => {
			done();
			const code = "code" in error ? String(error.code) : error.name;
			reject(problem(t("The shell couldn't be started ({0}).", code)));
		});
		child.once("close", (code, killedBy) => {
			done();
			if (code === 0) resolve(Buffer.concat(chunks).toString("latin1"));
			else if (code === null) reject(problem(t("It was terminated by {0}.", killedBy ?? "?")));
			else reject(problem(t("It exited with code {0}.", code)));
		});
	});
	const reading = readHeaderLines(output);
	if ("problem" in reading) throw problem(reading.problem);
	return reading.headers;
}

function start(command: string, url: string, platform: NodeJS.Platform): ChildProcess {
	const { file, args, group } = shellCommand(command, platform);
	const { CODER_SESSION_TOKEN: _token, ...env } = process.env;
	return spawn(file, args, {
		env: { ...env, CODER_URL: url },
		stdio: ["ignore", "pipe", "ignore"],
		windowsHide: true,
		windowsVerbatimArguments: true,
		detached: group,
	});
}

function killTree(child: ChildProcess, platform: NodeJS.Platform): void {
	if (child.pid === undefined) return;
	if (platform === "win32") {
		const [file, args] = killTreeCommand(child.pid);
		// If it can't be started, the command is left to end by itself.
		spawn(file, args, { stdio: "ignore", windowsHide: true }).once("error", () => undefined);
		return;
	}
	try {
		process.kill(-child.pid, "SIGKILL");
	} catch {
		// It has already ended.
	}
}
