import type { Deployment } from "../deployments/deployment.ts";
import type { JsonObject } from "../base/json.ts";
import type { EndpointId } from "../coder/model.ts";
import { shownValue } from "../deployments/shownValue.ts";
import { stateOf, type Slot } from "../deployments/slot.ts";
import { shorten } from "./texts.ts";

/** Names of endpoints for models. */
const dataNames: Readonly<Partial<Record<EndpointId, string>>> = {
	buildInfo: "build",
	updateCheck: "update",
	deploymentConfig: "configuration",
	deploymentStats: "statistics",
	experiments: "enabled experiments",
	experimentsAvailable: "available experiments",
	entitlements: "license",
	licenses: "license term",
};

/** Returns the start of every result: the deployment, the time, and what is missing or outdated and why. */
export function headOf({ saved, snapshot }: Deployment, ids: readonly EndpointId[]): JsonObject {
	const slots = ids.map((id) => [id, snapshot[id] as Slot<unknown>] as const);
	const times = slots.flatMap(([, slot]) =>
		shownValue(slot) === undefined ? [] : (slot.at ?? []),
	);
	const problems = slots.flatMap(([id, slot]) => problemOf(dataNames[id] ?? id, slot));
	return {
		deployment: { name: shorten(saved.name, 100), url: saved.url },
		...(times.length > 0 && { asOf: new Date(Math.min(...times)).toISOString() }),
		...(problems.length > 0 && { problems }),
	};
}

function problemOf(name: string, slot: Slot<unknown>): string[] {
	const state = stateOf(slot);
	if (state === "ready") return [];
	const { message, advice } = slot.failure ?? {};
	return [[`${name}: ${state}.`, message, advice].filter(Boolean).join(" ")];
}
