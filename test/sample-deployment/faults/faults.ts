import type { EndpointId } from "../endpoints/endpointId.ts";
import type { Fault } from "./fault.ts";

/** Where a fault strikes: at one endpoint or at all that have none of their own. */
export type FaultPlace = EndpointId | "all";

/** The faults that are switched on, at most one for each place. */
export class Faults {
	private readonly byPlace = new Map<FaultPlace, { readonly fault: Fault; left: number }>();

	/** Switches a fault on in place of the one that was there. */
	set(place: FaultPlace, fault: Fault): void {
		this.byPlace.set(place, { fault, left: fault.times ?? Infinity });
	}

	/** Switches off the fault of one place, or all. */
	clear(place?: FaultPlace): void {
		if (place === undefined) {
			this.byPlace.clear();
		} else {
			this.byPlace.delete(place);
		}
	}

	/** The fault for the next request to an endpoint, counted as applied. */
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

	/** All faults that are on, with the places they strike at. */
	list(): { readonly place: FaultPlace; readonly fault: Fault }[] {
		return [...this.byPlace].map(([place, { fault }]) => ({ place, fault }));
	}
}
