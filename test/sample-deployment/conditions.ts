/** Problems that the sample's health check can find. */
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

/** "agpl" is a build without licensed features and their routes. */
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

/** The sample deployment's state, apart from its configuration and statistics. */
export interface Conditions {
	readonly troubles: readonly Trouble[];
	/** Names of parts of the health check, as in the server's settings. */
	readonly dismissed: readonly string[];
	/** Whether each run of the health check takes longer than the server waits. */
	readonly slowHealth: boolean;
	readonly license: LicenseState;
	/** Number of waiting provisioner jobs. */
	readonly waitingJobs: number;
	readonly replicas: "two" | "apart";
	/** Names of organizations; the first is the default one. */
	readonly organizations: readonly string[];
	/** Names of the organizations that the plain member administers. */
	readonly memberAdministers: readonly string[];
	/** Texts of active banners. */
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
