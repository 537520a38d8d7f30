import { AxiosTransport } from "../../src/core/http/axiosTransport.ts";
import { CoderClient } from "../../src/core/http/client.ts";
import type { SavedDeployment } from "../../src/core/deployments/deployment.ts";
import { DeploymentStore } from "../../src/core/deployments/store.ts";
import type { Transport } from "../../src/core/http/transport.ts";
import { recordingLogger, type RecordingLogger } from "./recordingLogger.ts";

/** A client and a store as the product creates them, over real sockets, with a searchable log. */
export interface Bench {
	readonly client: CoderClient;
	readonly store: DeploymentStore;
	readonly log: RecordingLogger;
	/**
	 * Ends requests after this many ms from now on, or after the endpoint's own timeout again. Messages always contain
	 * the endpoint's timeout.
	 */
	readonly hurry: (timeoutMs: number | undefined) => void;
}

/** What may differ from the product. */
export interface BenchOptions {
	readonly token?: string | undefined | (() => Promise<string | undefined>);
	readonly now?: () => number;
	readonly transport?: Transport;
}

/** A saved deployment that the user is signed in to. */
export const knownAt = (url: string): SavedDeployment => ({
	key: url,
	url,
	name: new URL(url).host,
	account: { id: "6b0c6a5e-0001-4c0e-8f00-5a3e1e000001", username: "mira" },
});

/** Connects to a deployment. */
export function bench(url: string, options: BenchOptions = {}): Bench {
	const { token, now = Date.now, transport = new AxiosTransport() } = options;
	const log = recordingLogger();
	let hurriedMs: number | undefined;
	const client = new CoderClient(
		{
			send: (request) => transport.send({ ...request, timeoutMs: hurriedMs ?? request.timeoutMs }),
		},
		{
			url,
			token: typeof token === "function" ? token : () => Promise.resolve(token),
			userAgent: "coder-deployment-tests",
		},
		log,
	);
	const store = new DeploymentStore(
		knownAt(url),
		(id, signal, force) => client.get(id, signal, force),
		{
			now,
			random: () => 0,
			prepare: (id, signal) => {
				client.prepare(id, signal);
			},
		},
	);
	return {
		client,
		store,
		log,
		hurry: (timeoutMs) => {
			hurriedMs = timeoutMs;
		},
	};
}
