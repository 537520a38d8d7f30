import { AxiosTransport } from "../../src/core/http/axiosTransport.ts";
import { CoderClient } from "../../src/core/http/client.ts";
import type { SavedDeployment } from "../../src/core/deployments/deployment.ts";
import type { Logger } from "../../src/core/base/logger.ts";
import { DeploymentStore } from "../../src/core/deployments/store.ts";
import type { SampleDeployment } from "../sample-deployment/server.ts";

const quiet = (): void => undefined;
/** A logger that discards everything. */
export const silent: Logger = {
	trace: quiet,
	debug: quiet,
	info: quiet,
	warn: quiet,
	error: quiet,
};

/** Returns a sample deployment as the extension saves it. */
export function knownSample(sample: SampleDeployment, key: string): SavedDeployment {
	return { key, url: sample.url, name: key, account: { id: "owner", username: "mira" } };
}

/** Connects to a sample deployment over real sockets. */
export function connect(saved: SavedDeployment, token: string): DeploymentStore {
	const client = new CoderClient(
		new AxiosTransport(),
		{ url: saved.url, token: () => Promise.resolve(token), userAgent: "load-test" },
		silent,
	);
	return new DeploymentStore(saved, (id, signal) => client.get(id, signal));
}
