/** `GET /regions`: the routes to workspaces, the primary one first. */
export interface Region {
	readonly id: string;
	readonly name: string;
	readonly displayName?: string;
	readonly healthy: boolean;
	/** Without user name and password. */
	readonly url?: string;
	/** The server's URL contained a password, which every signed-in user can read. */
	readonly holdsPassword: boolean;
}

/** `GET /replicas`: a server of the deployment. Servers without a relay address don't know each other. */
export interface Replica {
	readonly id: string;
	readonly hostname: string;
	/** When it started, in ms since the epoch. */
	readonly startedAt?: number;
	/** Why it can't reach the others, without credentials; missing if it can. */
	readonly error?: string;
	readonly databaseLatencyMs?: number;
}

/** `GET /organizations/{organization}/provisionerdaemons`: a daemon that builds workspaces. */
export interface ProvisionerDaemon {
	readonly id: string;
	readonly name: string;
	readonly version?: string;
	/** `idle`, `busy`, `offline`, or another word from the server; missing before v2.19. */
	readonly status?: string;
	/** ms since the epoch */
	readonly lastSeenAt?: number;
	/** The name of its organization, if the account can read several. */
	readonly organization?: string;
}

/** `GET /organizations/{organization}/provisionerjobs`, reduced to the number of waiting jobs. */
export interface ProvisionerQueue {
	/** Waiting jobs in the whole deployment. */
	readonly waiting: number;
}

/** `GET /appearance`. Colors and images are left out. */
export interface Appearance {
	/** The deployment's own name; missing if it has none. */
	readonly applicationName?: string;
	/** The documentation of this version. Since v2.16. */
	readonly docsUrl?: string;
	/** Texts of active banners. */
	readonly announcements: readonly string[];
	/** Only links that open in a browser. */
	readonly supportLinks: readonly SupportLink[];
}

export interface SupportLink {
	readonly name: string;
	readonly url: string;
}

/** The permissions to check with `POST /authcheck`, each required by an endpoint. */
export const permissionNames = ["health", "licenses", "replicas", "provisioners"] as const;
export type PermissionName = (typeof permissionNames)[number];

/** `POST /authcheck`: what this token may read. */
export type Permissions = Readonly<Partial<Record<PermissionName, boolean>>>;
