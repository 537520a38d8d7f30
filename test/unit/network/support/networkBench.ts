import { AxiosTransport } from "../../../../src/core/axiosTransport.ts";
import { CoderClient } from "../../../../src/core/client.ts";
import type { ApiFailure } from "../../../../src/core/failure.ts";
import { Network } from "../../../../src/core/network/network.ts";
import { readNetworkSettings } from "../../../../src/core/network/networkSettings.ts";
import { DeploymentStore } from "../../../../src/core/store.ts";
import { stateOf } from "../../../../src/core/slot.ts";
import { recordFault, withoutPorts } from "../../../records/faultRecords.ts";
import { recordingLogger, type RecordingLogger } from "../../core/support/recordingLogger.ts";

/** Settings by their full names, as a user writes them. */
export type Written = Record<string, unknown>;

/** The product from its settings to its sockets: everything but VS Code. */
export interface NetworkBench {
	readonly client: CoderClient;
	readonly store: DeploymentStore;
	readonly log: RecordingLogger;
	/** Asks for the build's facts, which need no token. @returns the failure, if there is one */
	ask(signal?: AbortSignal): Promise<ApiFailure | undefined>;
	/** Changes the settings. */
	write(written: Written): void;
	/** Notes what became of a fault, for the table of faults. */
	record(fault: string, failure: ApiFailure, rest?: { recovered?: boolean }): void;
}

/** A token that is none; tests search for it. */
export const tokenForTests = `aaaaaaaaaa-${"x".repeat(22)}`;

/** Builds client and store for a deployment. */
export function networkBench(url: string, written: Written = {}): NetworkBench {
	const log = recordingLogger();
	let settings = readNetworkSettings((name) => written[name]);
	const network = new Network(() => settings, log);
	const client = new CoderClient(
		new AxiosTransport(),
		{ url, token: () => Promise.resolve(tokenForTests), userAgent: "network-tests", network },
		log,
	);
	const store = new DeploymentStore(
		{ key: url, url, name: "network", account: { id: "1", username: "mira" } },
		(id, signal) => client.get(id, signal),
	);
	return {
		client,
		store,
		log,
		ask: async (signal) => {
			const outcome = await client.get("buildInfo", signal);
			return outcome.ok ? undefined : outcome.failure;
		},
		write: (changed) => {
			settings = readNetworkSettings((name) => changed[name]);
		},
		record: (fault, failure, rest = {}) => {
			recordFault({
				fault,
				tier: "unit",
				sentence: withoutPorts(failure.message),
				advice: withoutPorts(failure.advice),
				action: failure.action,
				state: stateOf({ failure, loading: false, failures: 1 }),
				...rest,
			});
		},
	};
}
