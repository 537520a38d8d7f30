import { AxiosTransport } from "../../src/core/http/axiosTransport.ts";
import { CoderClient } from "../../src/core/http/client.ts";
import type { SavedDeployment } from "../../src/core/deployments/deployment.ts";
import type { Logger } from "../../src/core/base/logger.ts";
import { DeploymentStore } from "../../src/core/deployments/store.ts";
import type { Started } from "./sample/remoteSample.ts";

const quiet = (): void => undefined;
const silent: Logger = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet };
const transport = new AxiosTransport();

/** Connects to a deployment as after signing in: without data, but possibly with open connections. */
export function connect(sample: Started): {
	readonly client: CoderClient;
	readonly store: DeploymentStore;
} {
	const saved: SavedDeployment = {
		key: sample.url,
		url: sample.url,
		name: "sample",
		account: { id: "owner", username: "mira" },
	};
	const client = new CoderClient(
		transport,
		{
			url: sample.url,
			token: () => Promise.resolve(sample.tokens.owner),
			userAgent: "coder-deployment-bench",
		},
		silent,
	);
	const store = new DeploymentStore(saved, (id, signal) => client.get(id, signal), {
		prepare: (id, signal) => {
			client.prepare(id, signal);
		},
	});
	return { client, store };
}

/** Returns how long a call takes, in ms. */
export async function timeOf(run: () => unknown): Promise<number> {
	const before = performance.now();
	await run();
	return performance.now() - before;
}
