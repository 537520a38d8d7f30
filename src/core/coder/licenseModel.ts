/** A feature that a license may include. */
export interface LicensedFeature {
	/** Coder's name, such as `user_limit`. */
	readonly name: string;
	/** `entitled`, `grace_period`, `not_entitled`, or another word of the server. */
	readonly entitlement: string;
	readonly enabled: boolean;
	/** How much of it the license allows, for features that are counted. */
	readonly limit?: number;
	/** How much of it is used. */
	readonly actual?: number;
}

/** `GET /entitlements`. */
export interface Entitlements {
	readonly hasLicense: boolean;
	readonly trial: boolean;
	/** By name. */
	readonly features: readonly LicensedFeature[];
	/** The server's own words; it has no codes for them. */
	readonly warnings: readonly string[];
	readonly errors: readonly string[];
	/** When the server worked this out, in ms since the epoch. */
	readonly refreshedAt?: number;
}

/** `GET /licenses`: what a license says of itself, unverified. Its text, its ids, and its account are dropped. */
export interface License {
	readonly id: number;
	readonly trial: boolean;
	/** Such as `premium`. */
	readonly featureSet?: string;
	/** When its features begin, in ms since the epoch. */
	readonly startsAt?: number;
	/** When its term ends and the grace period begins, in ms since the epoch. */
	readonly termEndsAt?: number;
	/** When the grace period ends, too, in ms since the epoch. */
	readonly endsAt?: number;
}
