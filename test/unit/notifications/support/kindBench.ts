import assert from "node:assert/strict";
import type { Deployment } from "../../../../src/core/deployments/deployment.ts";
import { initialServerState, type ServerState } from "../../../../src/core/deployments/server.ts";
import type { Slot } from "../../../../src/core/deployments/slot.ts";
import type { Findings } from "../../../../src/core/findings/finding.ts";
import type {
	CheckContext,
	NotificationKind,
	Occurrence,
} from "../../../../src/core/notifications/notification.ts";
import type { ObservedChange } from "../../../../src/core/notifications/observedChange.ts";
import { notificationKinds } from "../../../../src/core/notifications/notificationKinds.ts";
import { ServerVersions } from "../../../../src/core/notifications/serverVersions.ts";
import { UpdateMuting } from "../../../../src/core/notifications/updateMuting.ts";
import { openMemory } from "../../../support/memories.ts";
import { saved } from "../../../support/recorded.ts";
import { snapshotOf, type SlotParts } from "../../../support/snapshotOf.ts";

const day = 24 * 3_600_000;

/** The time of all checks, in ms since the epoch, unless a test chooses another. */
export const now = 100 * day;

/** What the kinds read, apart from a deployment's responses. */
export interface KindSources {
	/** Changes of options and experiments; undefined as long as they are unknown. */
	readonly changes?: readonly ObservedChange[];
	/** None by default. */
	readonly findings?: Findings;
	/** Empty by default. */
	readonly memory?: ReturnType<typeof openMemory>;
}

/** Returns all kinds of notifications. */
export function openKinds({
	changes,
	findings = { shown: [], muted: [] },
	memory = openMemory(),
}: KindSources = {}): readonly NotificationKind[] {
	return notificationKinds({
		muting: new UpdateMuting(memory),
		versions: new ServerVersions(memory),
		findings: () => Promise.resolve(findings),
		changes: () => Promise.resolve(changes),
	});
}

/** Returns the kind of notifications with an ID. */
export function kindOf(id: string, sources?: KindSources): NotificationKind {
	const kind = openKinds(sources).find((one) => one.id === id);
	assert.ok(kind, id);
	return kind;
}

/** Returns a slot with a value that has just arrived. */
export function ready(value: unknown, more: Partial<Slot<unknown>> = {}): Slot<unknown> {
	return { failures: 0, loading: false, value, at: now, ...more };
}

/** Returns a deployment whose other endpoints weren't requested. */
export function deploymentWith(
	slots: SlotParts,
	server: ServerState = initialServerState,
): Deployment {
	return { saved, snapshot: snapshotOf(slots), server } as unknown as Deployment;
}

/** Returns the context of a check. No other kind is wanted. */
export function looking(deployment: Deployment, more: Partial<CheckContext> = {}): CheckContext {
	return { deployment, now, wanted: true, isWanted: () => false, ...more };
}

export function subjects(found: readonly Occurrence[] | undefined): readonly string[] | undefined {
	return found?.map(({ subject }) => subject);
}
