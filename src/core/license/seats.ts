import type { Entitlements } from "../coder/licenseModel.ts";

/** The maximum number of counted features. Coder has four. */
const mostSeats = 10;
const longestName = 60;

/**
 * Returns the usage of features that a license counts, such as users: pairs of their names in samples and their
 * numbers.
 */
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

/** Returns the name of a counted feature in samples. */
export function seatName(feature: string): string {
	return `seats.${feature}`;
}

/** Whether a name in samples is that of a counted feature. */
export function isSeatName(name: string): boolean {
	return name.startsWith("seats.");
}
