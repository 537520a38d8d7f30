import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { SampleDeployment } from "../../../test/sample-deployment/server.ts";
import { onExit } from "../../onExit.ts";

/** The functions that can be called from another process. */
export type Callable = "setFault" | "resetRequests" | "requests";

/** What the process sends once the deployment runs. */
export type Started = Pick<SampleDeployment, "url" | "tokens">;

/** A call of one of the functions. */
export interface Call {
	readonly name: Callable;
	readonly args: readonly unknown[];
}

/** A sample deployment in another process, as a real one would be: it doesn't take the client's processor time. */
export interface RemoteSample extends Started {
	call<Name extends Callable>(
		name: Name,
		...args: Parameters<SampleDeployment[Name]>
	): Promise<ReturnType<SampleDeployment[Name]>>;
	close(): Promise<void>;
}

/** Starts a sample deployment with its own URL as access URL. */
export async function startRemoteSample(): Promise<RemoteSample> {
	const child = fork(path.join(import.meta.dirname, "sampleProcess.ts"), {
		execArgv: ["--import", "tsx"],
	});
	const forget = onExit(() => child.kill());
	const reply = async (): Promise<unknown> => {
		const ended = new AbortController();
		const [message] = (await Promise.race([
			once(child, "message", ended),
			once(child, "exit", ended).then(() => {
				throw new Error("The sample deployment ended.");
			}),
		])) as [{ readonly result?: unknown }];
		ended.abort();
		return message.result;
	};
	return {
		...((await reply()) as Started),
		call: async (name, ...args) => {
			child.send({ name, args } satisfies Call);
			return (await reply()) as never;
		},
		close: async () => {
			const exit = once(child, "exit");
			child.kill();
			await exit;
			forget();
		},
	};
}
