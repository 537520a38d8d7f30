import assert from "node:assert/strict";
import { AxiosTransport } from "../../../../src/core/http/axiosTransport.ts";
import { CoderClient } from "../../../../src/core/http/client.ts";
import type { ApiFailure } from "../../../../src/core/http/failure.ts";
import { Network } from "../../../../src/core/http/settings/network.ts";
import {
	readNetworkSettings,
	type NetworkSettings,
} from "../../../../src/core/http/settings/networkSettings.ts";
import { DeploymentStore } from "../../../../src/core/deployments/store.ts";
import { stateOf, type Snapshot } from "../../../../src/core/deployments/slot.ts";
import { recordFault, withoutPorts } from "../../../records/faultRecords.ts";
import { recordingLogger, type RecordingLogger } from "../../../support/recordingLogger.ts";

/** Settings by their full names, as a user writes them. */
export type Written = Record<string, unknown>;

/** The product from its settings to its sockets, without VS Code. */
export interface NetworkBench {
	readonly client: CoderClient;
	readonly store: DeploymentStore;
	readonly log: RecordingLogger;
	/** Requests the build, which requires no token. @returns the failure, if there is one */
	ask(signal?: AbortSignal): Promise<ApiFailure | undefined>;
	/** Changes the settings. */
	write(written: Written): void;
	/** Records the outcome of a fault for the table of faults. */
	record(fault: string, failure: ApiFailure): void;
	/**
	 * Loads a value, causes a fault, checks whether the value was kept, repairs the fault, checks whether it works
	 * again, and records the outcome for the table of faults. @returns the failure
	 */
	prove(fault: string, strike: () => unknown, mend: () => unknown): Promise<ApiFailure>;
}

/** An invalid token; tests search for it. */
export const tokenForTests = `aaaaaaaaaa-${"x".repeat(22)}`;

/**
 * Creates client and store for a deployment that the user signed in to.
 *
 * @param source settings, or a function that returns the current ones
 */
export function networkBench(
	url: string,
	source: Written | (() => NetworkSettings) = {},
): NetworkBench {
	const log = recordingLogger();
	const asWritten = (written: Written): NetworkSettings =>
		readNetworkSettings((name) => written[name]);
	let settings = typeof source === "function" ? undefined : asWritten(source);
	const network = new Network(
		() => settings ?? (typeof source === "function" ? source() : asWritten({})),
		log,
	);
	const client = new CoderClient(
		new AxiosTransport(),
		{
			url,
			token: () => Promise.resolve(tokenForTests),
			userAgent: "network-tests",
			network,
			confirmed: true,
		},
		log,
	);
	const store = new DeploymentStore(
		{ key: url, url, name: "network", account: { id: "1", username: "mira" } },
		(id, signal) => client.get(id, signal),
	);
	const note = (
		fault: string,
		failure: ApiFailure,
		rest: { readonly keptValue?: boolean; readonly recovered?: boolean } = {},
	): void => {
		recordFault({
			fault,
			tier: process.env.TEST_TIER ?? "unit",
			sentence: withoutPorts(failure.message),
			advice: withoutPorts(failure.advice),
			action: failure.action,
			state: stateOf({ failure, loading: false, failures: 1 }),
			...rest,
		});
	};
	const buildInfo = async (): Promise<Snapshot["buildInfo"]> => {
		await store.refresh(["buildInfo"]);
		return store.snapshot.buildInfo;
	};
	return {
		client,
		store,
		log,
		ask: async (signal) => {
			const outcome = await client.get("buildInfo", signal);
			return outcome.ok ? undefined : outcome.failure;
		},
		write: (changed) => {
			settings = asWritten(changed);
		},
		record: note,
		prove: async (fault, strike, mend) => {
			await mend();
			const before = await buildInfo();
			assert.equal(stateOf(before), "ready");
			await strike();
			const during = await buildInfo();
			const { failure } = during;
			assert.ok(failure, "the fault must be seen");
			assert.equal(stateOf(during), "stale");
			await mend();
			const after = await buildInfo();
			const keptValue = during.value === before.value;
			const recovered = stateOf(after) === "ready";
			assert.deepEqual({ keptValue, recovered }, { keptValue: true, recovered: true });
			note(fault, failure, { keptValue, recovered });
			return failure;
		},
	};
}
