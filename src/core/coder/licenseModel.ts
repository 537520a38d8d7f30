/** A feature that a license may include. */
export interface LicensedFeature {
	/** Coder's name, such as `user_limit`. */
	readonly name: string;
	/** `entitled`, `grace_period`, `not_entitled`, or another word from the server. */
	readonly entitlement: string;
	readonly enabled: boolean;
	/** The license's limit, for features with one. */
	readonly limit?: number;
	/** The current usage. */
	readonly actual?: number;
}

/** `GET /entitlements`. */
export interface Entitlements {
	readonly hasLicense: boolean;
	readonly trial: boolean;
	/** By name. */
	readonly features: readonly LicensedFeature[];
	/** The server's texts, which have no codes. */
	readonly warnings: readonly string[];
	readonly errors: readonly string[];
	/** When the server computed this, in ms since the epoch. */
	readonly refreshedAt?: number;
}

/** `GET /licenses`: a license's unverified claims. Its text, IDs, and account are dropped. */
export interface License {
	readonly id: number;
	readonly trial: boolean;
	/** Such as `premium`. */
	readonly featureSet?: string;
	/** When its features begin, in ms since the epoch. */
	readonly startsAt?: number;
	/** When its term ends and the grace period begins, in ms since the epoch. */
	readonly termEndsAt?: number;
	/** When the grace period ends, in ms since the epoch. */
	readonly endsAt?: number;
}
