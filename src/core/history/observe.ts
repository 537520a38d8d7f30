import { healthLines } from "../health/health.ts";
import { initialServerState, type ServerState } from "../deployments/server.ts";
import type { EndpointId } from "../coder/model.ts";
import { stateOf, type Slot, type Snapshot as Slots } from "../deployments/slot.ts";
import { recordHealth } from "./recordedHealth.ts";
import type { Observation } from "./state.ts";

/** The endpoints that are recorded together. */
export const observedIds = ["buildInfo", "experiments", "deploymentConfig"] as const;

/** The endpoints about health. They're recorded separately because a health check may take a minute. */
export const observedHealthIds = ["health", "healthSettings"] as const;

/** Nothing is known, so nothing is recorded. */
const nothing: Observation = { state: {}, readAt: {} };

/** Returns true while a request is running: related responses should be recorded together. */
export function isSettling(slots: Slots, ids: readonly EndpointId[] = observedIds): boolean {
	return ids.some((id) => slots[id].loading);
}

/**
 * Returns the current values of a deployment's slots and their times. Leaves out what can no longer be read, and
 * responses of a server version other than the current one, which aren't part of its state. Empty as long as the build
 * itself is that of another version, because the current version is then unknown.
 */
export function observe(slots: Slots, server: ServerState = initialServerState): Observation {
	const version = server.versions[0]?.version;
	const own = <T>(slot: Slot<T>) =>
		version === undefined || (slot.servedBy ?? version) === version ? readable(slot) : undefined;
	const build = own(slots.buildInfo);
	if (!build && readable(slots.buildInfo)) return nothing;
	const experiments = own(slots.experiments);
	const config = own(slots.deploymentConfig);
	return {
		state: {
			...(build && { version: build.value.version }),
			...(experiments && { experiments: experiments.value }),
			...(config && { config: config.value }),
		},
		readAt: {
			...(build && { version: build.at }),
			...(experiments && { experiments: experiments.at }),
			...(config && { config: config.at }),
		},
	};
}

/** Returns the latest state of the health check's parts. Leaves out a report that can no longer be read. */
export function observeHealth({ health, healthSettings }: Slots): Observation {
	const report = readable(health);
	if (!report) return nothing;
	const lines = healthLines(report.value, healthSettings.value);
	return { state: { health: recordHealth(lines) }, readAt: { health: report.at } };
}

function readable<T>(slot: Slot<T>): { readonly value: T; readonly at: number } | undefined {
	const { value, at } = slot;
	const state = stateOf(slot);
	if (value === undefined || at === undefined || (state !== "ready" && state !== "stale")) {
		return undefined;
	}
	return { value, at };
}
