/** `GET /regions`: where workspaces can be reached through. The primary comes first. */
export interface Region {
	readonly id: string;
	readonly name: string;
	readonly displayName?: string;
	readonly healthy: boolean;
	/** Without user and password. */
	readonly url?: string;
	/** The server's URL held a password, which everyone who is signed in can read. */
	readonly holdsPassword: boolean;
}

/** `GET /replicas`: a server of the deployment. Those without a relay address don't know of each other. */
export interface Replica {
	readonly id: string;
	readonly hostname: string;
	/** When it started, in ms since the epoch. */
	readonly startedAt?: number;
	/** Why it can't reach the others, without credentials; missing when it can. */
	readonly error?: string;
	readonly databaseLatencyMs?: number;
}

/** `GET /organizations/{organization}/provisionerdaemons`: what builds workspaces. */
export interface ProvisionerDaemon {
	readonly id: string;
	readonly name: string;
	readonly version?: string;
	/** `idle`, `busy`, `offline`, or another word of the server; missing before v2.19. */
	readonly status?: string;
	/** ms since the epoch */
	readonly lastSeenAt?: number;
	/** What people call its organization, where the account may read those of several. */
	readonly organization?: string;
}

/** `GET /organizations/{organization}/provisionerjobs`, as far as it tells how many wait. */
export interface ProvisionerQueue {
	/** Jobs that wait in the whole deployment. */
	readonly waiting: number;
}

/** `GET /appearance`. Colors and images are left out. */
export interface Appearance {
	/** What the deployment calls itself; missing where it has no name of its own. */
	readonly applicationName?: string;
	/** The documentation of this version. Since v2.16. */
	readonly docsUrl?: string;
	/** The texts of the banners that are on. */
	readonly announcements: readonly string[];
	/** Only those that a browser opens. */
	readonly supportLinks: readonly SupportLink[];
}

export interface SupportLink {
	readonly name: string;
	readonly url: string;
}

/** What can be asked about by `POST /authcheck`; each is one permission that an endpoint needs. */
export const permissionNames = ["health", "licenses", "replicas", "provisioners"] as const;
export type PermissionName = (typeof permissionNames)[number];

/** `POST /authcheck`: what this token may read. */
export type Permissions = Readonly<Partial<Record<PermissionName, boolean>>>;
