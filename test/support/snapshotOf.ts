import { endpointIds } from "../../src/core/coder/endpoints.ts";
import type { EndpointId } from "../../src/core/coder/model.ts";
import type { Slot, Snapshot } from "../../src/core/deployments/slot.ts";

/** Parts of slots by endpoint. */
export type SlotParts = Partial<Record<EndpointId, Partial<Slot<unknown>>>>;

/** Returns a snapshot with these parts of its slots. The other endpoints weren't requested. */
export function snapshotOf(slots: SlotParts): Snapshot {
	return Object.fromEntries(
		endpointIds.map((id) => [id, { failures: 0, loading: false, ...slots[id] }]),
	) as unknown as Snapshot;
}
