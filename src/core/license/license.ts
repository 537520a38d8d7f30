import type { Entitlements, License, LicensedFeature } from "../coder/licenseModel.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { shownValue } from "../deployments/shownValue.ts";

/** How long before its end a license is worth a notification, in ms. */
export const licenseEndsSoonMs = 14 * 86_400_000;

/** What is known of a deployment's license. */
export interface LicenseState {
	readonly kind: "none" | "licensed" | "endsSoon" | "grace";
	readonly trial: boolean;
	/** When its term ends and the grace period begins, in ms since the epoch; known to owners only. */
	readonly termEndsAt?: number;
	/** When the grace period ends, in ms since the epoch. */
	readonly endsAt?: number;
	/** Such as `premium`. */
	readonly featureSet?: string;
	readonly entitlements: Entitlements;
}

/**
 * Reads the license, where the server tells of it.
 *
 * @param now in ms since the epoch
 */
export function readLicense(snapshot: Snapshot, now: number): LicenseState | undefined {
	const entitlements = shownValue(snapshot.entitlements);
	if (!entitlements) return undefined;
	const { trial, hasLicense, features } = entitlements;
	if (!hasLicense) return { kind: "none", trial, entitlements };
	const license = currentLicense(snapshot.licenses.value ?? [], now);
	const termEndsAt = license?.termEndsAt ?? license?.endsAt;
	const inGrace =
		features.some(({ entitlement }) => entitlement === "grace_period") ||
		(termEndsAt !== undefined && termEndsAt <= now);
	const soon = termEndsAt !== undefined && termEndsAt - now < licenseEndsSoonMs;
	return {
		kind: inGrace ? "grace" : soon ? "endsSoon" : "licensed",
		trial,
		entitlements,
		...(termEndsAt === undefined ? {} : { termEndsAt }),
		...(license?.endsAt === undefined ? {} : { endsAt: license.endsAt }),
		...(license?.featureSet === undefined ? {} : { featureSet: license.featureSet }),
	};
}

/** The license that goes on longest of those that are good now. What they say is unverified: the server knows better. */
function currentLicense(licenses: readonly License[], now: number): License | undefined {
	const good = licenses.filter(
		({ startsAt = 0, endsAt = Infinity }) => startsAt <= now && now < endsAt,
	);
	return good.toSorted((a, b) => (b.termEndsAt ?? 0) - (a.termEndsAt ?? 0))[0];
}

/** Features that are on though the license doesn't include them. */
export function unlicensedFeatures({ features }: Entitlements): readonly LicensedFeature[] {
	return features.filter(({ enabled, entitlement }) => enabled && entitlement === "not_entitled");
}

/** Features of which more is used than the license allows. */
export function exceededFeatures({ features }: Entitlements): readonly LicensedFeature[] {
	return features.filter(({ limit, actual }) => (limit ?? 0) > 0 && (actual ?? 0) > (limit ?? 0));
}
