import type { Entitlements, License, LicensedFeature } from "../coder/licenseModel.ts";
import { stateOf, type Snapshot } from "../deployments/slot.ts";
import { shownValue } from "../deployments/shownValue.ts";

/** How long before its end a license triggers a notification, in ms. */
export const licenseEndsSoonMs = 14 * 86_400_000;

/** The state of a deployment's license. */
export interface LicenseState {
	readonly kind: "none" | "licensed" | "endsSoon" | "grace";
	readonly trial: boolean;
	/** When its term ends and the grace period begins, in ms since the epoch; only known to owners. */
	readonly termEndsAt?: number;
	/** When the grace period ends, in ms since the epoch. */
	readonly endsAt?: number;
	/** Such as `premium`. */
	readonly featureSet?: string;
	readonly entitlements: Entitlements;
}

/**
 * Returns the license, if the server reports one.
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

/**
 * Returns the valid license that lasts longest. Its claims are unverified; the server's entitlements take precedence.
 */
function currentLicense(licenses: readonly License[], now: number): License | undefined {
	const good = licenses.filter(
		({ startsAt = 0, endsAt = Infinity }) => startsAt <= now && now < endsAt,
	);
	return good.toSorted((a, b) => (b.termEndsAt ?? 0) - (a.termEndsAt ?? 0))[0];
}

/** Returns features that are enabled although the license doesn't include them. */
export function unlicensedFeatures({ features }: Entitlements): readonly LicensedFeature[] {
	return features.filter(({ enabled, entitlement }) => enabled && entitlement === "not_entitled");
}

/** Returns features with a usage above the license's limit. */
export function exceededFeatures({ features }: Entitlements): readonly LicensedFeature[] {
	return features.filter(({ limit, actual }) => (limit ?? 0) > 0 && (actual ?? 0) > (limit ?? 0));
}

/**
 * Whether the license concerns this account. Any account can read what the license includes, but only those that can
 * read licenses or the configuration can do something about it.
 */
export function isLicenseShown({ licenses, deploymentConfig }: Snapshot): boolean {
	return [licenses, deploymentConfig].some((slot) => stateOf(slot) !== "forbidden");
}
