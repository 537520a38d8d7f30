import type { EndpointId } from "../endpoints/endpointId.ts";
import type { Fault } from "./fault.ts";

/** Where a fault applies: to one endpoint, or to all without their own. */
export type FaultPlace = EndpointId | "all";

/** The active faults, at most one per place. */
export class Faults {
	private readonly byPlace = new Map<FaultPlace, { readonly fault: Fault; left: number }>();

	/** Turns a fault on, and replaces the one in its place. */
	set(place: FaultPlace, fault: Fault): void {
		this.byPlace.set(place, { fault, left: fault.times ?? Infinity });
	}

	/** Turns off the fault of one place, or all. */
	clear(place?: FaultPlace): void {
		if (place === undefined) {
			this.byPlace.clear();
		} else {
			this.byPlace.delete(place);
		}
	}

	/** Returns the fault for the next request to an endpoint, and counts it as applied. */
	take(endpoint: EndpointId): Fault | undefined {
		const place = this.byPlace.has(endpoint) ? endpoint : "all";
		const entry = this.byPlace.get(place);
		if (!entry) {
			return undefined;
		}
		entry.left -= 1;
		if (entry.left <= 0) {
			this.byPlace.delete(place);
		}
		return entry.fault;
	}

	/** Returns all active faults with their places. */
	list(): { readonly place: FaultPlace; readonly fault: Fault }[] {
		return [...this.byPlace].map(([place, { fault }]) => ({ place, fault }));
	}
}
