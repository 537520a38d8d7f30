import { AxiosTransport } from "../../../../src/core/axiosTransport.ts";
import { CoderClient } from "../../../../src/core/client.ts";
import type { KnownDeployment } from "../../../../src/core/deployment.ts";
import { DeploymentStore } from "../../../../src/core/store.ts";
import type { Transport } from "../../../../src/core/transport.ts";
import { recordingLogger, type RecordingLogger } from "./recordingLogger.ts";

/** Client and store as the product builds them, over real sockets, with a log that can be searched. */
export interface Bench {
	readonly client: CoderClient;
	readonly store: DeploymentStore;
	readonly log: RecordingLogger;
}

/** What may differ from the product. */
export interface BenchOptions {
	readonly token?: string | undefined;
	/** Ends requests sooner than their endpoints say, in ms; the sentences still name the endpoints' time. */
	readonly timeoutMs?: number;
	readonly now?: () => number;
	readonly transport?: Transport;
}

/** A deployment that somebody is signed in to. */
export const knownAt = (url: string): KnownDeployment => ({
	key: url,
	url,
	name: new URL(url).host,
	account: { id: "6b0c6a5e-0001-4c0e-8f00-5a3e1e000001", username: "mira" },
});

/** Connects to a deployment. */
export function bench(url: string, options: BenchOptions = {}): Bench {
	const { token, timeoutMs, now = Date.now, transport = new AxiosTransport() } = options;
	const log = recordingLogger();
	const client = new CoderClient(
		timeoutMs === undefined ? transport : hurried(transport, timeoutMs),
		{ url, token: () => Promise.resolve(token), userAgent: "coder-deployment-tests" },
		log,
	);
	const store = new DeploymentStore(
		knownAt(url),
		(id, signal) => client.get(id, signal),
		now,
		() => 0,
	);
	return { client, store, log };
}

function hurried(transport: Transport, timeoutMs: number): Transport {
	return { send: (request) => transport.send({ ...request, timeoutMs }) };
}
