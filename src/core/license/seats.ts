import type { Entitlements } from "../coder/licenseModel.ts";

/** Coder counts four features; more than these are no server's. */
const mostSeats = 10;
const longestName = 60;

/** How much is used of what a license counts, such as users: names as samples have them, and numbers. */
export function seatsOf(entitlements: Entitlements | undefined): (readonly [string, number])[] {
	return (entitlements?.features ?? [])
		.flatMap(({ name, limit, actual }) => {
			const isCounted = limit !== undefined || name === "user_limit";
			return isCounted && actual !== undefined && name.length <= longestName
				? [[seatName(name), actual] as const]
				: [];
		})
		.slice(0, mostSeats);
}

/** What samples call a counted feature. */
export function seatName(feature: string): string {
	return `seats.${feature}`;
}

/** Whether it is a counted feature that samples call so. */
export function isSeatName(name: string): boolean {
	return name.startsWith("seats.");
}
