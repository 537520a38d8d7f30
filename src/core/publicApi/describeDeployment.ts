import type { DeploymentInfo, DeploymentSnapshot, Part } from "../../api.ts";
import type { Deployment } from "../deployments/deployment.ts";
import type { EndpointId } from "../coder/model.ts";
import { shownValue } from "../deployments/shownValue.ts";
import { stateOf, type Slot, type SlotState } from "../deployments/slot.ts";
import { deepFreeze } from "./deepFreeze.ts";
import { toHealth, toLicense } from "./conditionParts.ts";
import { toBuild, toConfiguration, toExperiments, toStatistics, toUpdate } from "./parts.ts";

/** The endpoints of a snapshot for other extensions. */
export const describedIds = [
	"buildInfo",
	"updateCheck",
	"experiments",
	"experimentsAvailable",
	"deploymentStats",
	"deploymentConfig",
	"health",
	"healthSettings",
	"entitlements",
	"licenses",
] as const satisfies readonly EndpointId[];

/** Returns what other extensions see of a deployment: no account, no token. */
export function describeDeployment(
	{ saved: { key: id, name, url } }: Deployment,
	active: Deployment | undefined,
): DeploymentInfo {
	return Object.freeze({ id, name, url, active: active?.saved.key === id });
}

/** Returns a frozen copy of a deployment's data for other extensions. */
export function describeSnapshot(
	deployment: Deployment,
	active: Deployment | undefined,
	now = Date.now(),
): DeploymentSnapshot {
	const { snapshot } = deployment;
	const build = shownValue(snapshot.buildInfo);
	const safe = shownValue(snapshot.experimentsAvailable);
	return deepFreeze({
		deployment: describeDeployment(deployment, active),
		build: part(snapshot.buildInfo, toBuild),
		update: part(snapshot.updateCheck, (check) => toUpdate(check, build)),
		experiments: part(snapshot.experiments, (enabled) => toExperiments(enabled, safe)),
		statistics: part(snapshot.deploymentStats, toStatistics),
		configuration: part(snapshot.deploymentConfig, toConfiguration),
		health: part(snapshot.health, (report) => toHealth(report, snapshot.healthSettings.value)),
		license: part(snapshot.entitlements, () => toLicense(snapshot, now)),
	});
}

function part<T, V>(slot: Slot<T>, map: (value: T) => V): Part<V> {
	const value = shownValue(slot);
	const problem = [slot.failure?.message, slot.failure?.advice].filter(Boolean).join(" ");
	return {
		state: partState(stateOf(slot)),
		...(value !== undefined && {
			value: map(value),
			...(slot.at !== undefined && { at: slot.at }),
		}),
		...(problem !== "" && { problem }),
	};
}

function partState(state: SlotState): Part<unknown>["state"] {
	switch (state) {
		case "ready":
		case "stale":
		case "forbidden":
		case "unsupported":
			return state;
		case "notRequested":
		case "loading":
			return "unknown";
		default:
			return "failed";
	}
}
