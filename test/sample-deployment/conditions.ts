/** What the health check of the sample can find wrong. */
export const troubles = [
	"accessUrl",
	"stranger",
	"database",
	"derp",
	"proxy",
	"provisioners",
	"noProvisioners",
] as const;
export type Trouble = (typeof troubles)[number];

/** "agpl" is a build without licensed features, whose routes it doesn't have. */
export const licenseStates = [
	"none",
	"valid",
	"ending",
	"grace",
	"trial",
	"broken",
	"agpl",
] as const;
export type LicenseState = (typeof licenseStates)[number];

/** How the sample deployment is, besides its configuration and statistics. */
export interface Conditions {
	readonly troubles: readonly Trouble[];
	/** Names of parts of the health check, as the server's settings have them. */
	readonly dismissed: readonly string[];
	/** Each run of the health check takes longer than the server waits. */
	readonly slowHealth: boolean;
	readonly license: LicenseState;
	/** How many jobs of provisioners wait. */
	readonly waitingJobs: number;
	readonly replicas: "two" | "apart";
	/** What organizations are called; the first is the default one. */
	readonly organizations: readonly string[];
	/** The organizations, by name, that the plain member administers. */
	readonly memberAdministers: readonly string[];
	/** Texts of banners that are on. */
	readonly announcements: readonly string[];
}

export const wellConditions: Conditions = {
	troubles: [],
	dismissed: [],
	slowHealth: false,
	license: "valid",
	waitingJobs: 0,
	replicas: "two",
	organizations: ["Larkspur"],
	memberAdministers: [],
	announcements: [],
};
