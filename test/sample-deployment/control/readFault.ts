import { faultKinds, type Fault } from "../faults/fault.ts";

/** Returns the fault that a query describes; throws with the reason if it's invalid. */
export function readFault(query: URLSearchParams): Fault {
	const kind = faultKinds.find((one) => one === query.get("kind"));
	if (!kind) {
		throw new Error(`kind must be one of ${faultKinds.join(", ")}`);
	}
	const number = (name: string) => (query.has(name) ? Number(query.get(name)) : undefined);
	const optional = (name: string) => {
		const value = number(name);
		return value === undefined ? {} : { [name]: value };
	};
	const common = { ...optional("times"), ...optional("delayMs") };
	switch (kind) {
		case "status":
			return { kind, status: number("status") ?? 500, ...optional("retryAfter"), ...common };
		case "redirect":
			return { kind, to: query.get("to") ?? "/", ...optional("status"), ...common };
		case "huge":
			return { kind, ...optional("bytes"), ...common };
		case "slow":
			return { kind, ...common, delayMs: number("delayMs") ?? 1000 };
		default:
			return { kind, ...common };
	}
}
