/**
 * The interface that Coder Deployment offers to other extensions. Copy this file to have its types; it imports
 * nothing. What it promises is in docs/api.md.
 */

/** What `activate` resolves to. Everything it gives out is a frozen copy: changing it changes nothing. */
export interface CoderDeploymentApi {
	/** Goes up when something is taken away or changes its meaning, and not when something is added. */
	readonly version: 1;
	/** The deployments that the user is signed in to, in the user's order. Nothing is asked for. */
	getDeployments(): Promise<readonly DeploymentInfo[]>;
	/**
	 * What is known of a deployment. What is missing or out of date is asked for first, as the extension's own views
	 * do; what cannot be had is in the parts' states. It rejects only where the extension is damaged.
	 *
	 * @param id a {@link DeploymentInfo.id}
	 * @returns nothing when the user is not signed in to this deployment
	 */
	getSnapshot(id: string): Promise<DeploymentSnapshot | undefined>;
	/** Fires when the list of deployments changes, and when something was learned of one. */
	readonly onDidChange: ApiEvent<DeploymentChange>;
}

/** A function that subscribes a listener; VS Code's `Event<T>` accepts it. */
export type ApiEvent<T> = (
	listener: (event: T) => unknown,
	thisArgs?: unknown,
	disposables?: { dispose(): unknown }[],
) => { dispose(): void };

/** What changed. */
export interface DeploymentChange {
	/** The deployment of which something was learned; missing when the list, a name or the active one changed. */
	readonly id?: string;
}

/** A deployment that the user is signed in to. */
export interface DeploymentInfo {
	/** Stays the same as long as the deployment's database lives, where the server tells (v2.11); else its URL. */
	readonly id: string;
	/** What the user calls it. */
	readonly name: string;
	/** Without a slash at its end. */
	readonly url: string;
	/** It is the one that the status bar and the commands mean. One is, unless there is none. */
	readonly active: boolean;
}

/** What is known of a deployment at one moment. Times are in ms since the epoch. */
export interface DeploymentSnapshot {
	readonly deployment: DeploymentInfo;
	readonly build: Part<Build>;
	readonly update: Part<Update>;
	readonly experiments: Part<Experiments>;
	readonly statistics: Part<Statistics>;
	readonly configuration: Part<Configuration>;
	/** Read as the server has it; no check is run, and none where that would send the session token elsewhere. */
	readonly health: Part<Health>;
	readonly license: Part<License>;
}

/** One part of a snapshot: its value, and how far it can be trusted. */
export interface Part<T> {
	/**
	 * `ready`: the value is up to date. `stale`: the newest try failed, the value is the last good one. `forbidden`:
	 * the user's roles do not allow it. `unsupported`: this version of the server does not have it. `failed`: there is
	 * no value, see `problem`. `unknown`: it was not asked for yet, or is being asked for.
	 */
	readonly state: "ready" | "stale" | "forbidden" | "unsupported" | "failed" | "unknown";
	/** There where `state` is `ready` or `stale`. */
	readonly value?: T;
	/** When the value came. */
	readonly at?: number;
	/** What went wrong and what to do about it, in the user's language. */
	readonly problem?: string;
}

/** What the server is. */
export interface Build {
	/** With its commit, such as `v2.35.1+8b44bd6`. */
	readonly version: string;
	readonly kind: "release" | "candidate" | "development";
	/** The source of this build: a commit on GitHub. */
	readonly source?: string;
	/** The access URL that is configured; it may differ from the one that the user signed in with. */
	readonly dashboardUrl?: string;
	readonly deploymentId?: string;
	readonly agentApiVersion?: string;
	readonly provisionerApiVersion?: string;
}

/** Whether there is an update for the server. */
export interface Update {
	/**
	 * `available`: there is one. `current`: there is none. `ahead`: the server is newer than the latest stable release.
	 * `notChecked`: the server does not look for updates, or could not.
	 */
	readonly state: "available" | "current" | "ahead" | "notChecked";
	/** The latest stable release. */
	readonly latest?: string;
	/** Its release notes. */
	readonly url?: string;
}

/** The experiments of the server, by name. */
export interface Experiments {
	readonly enabled: readonly string[];
	/** Those that are safe and off; empty where the server does not tell them. */
	readonly available: readonly string[];
}

/** How the deployment is doing. Numbers above 2^53 are rounded. */
export interface Statistics {
	/** When the server gathered them. */
	readonly collectedAt?: number;
	/** Since when sessions, latency and bytes are counted. */
	readonly from?: number;
	/** Workspaces by state, such as `running`; the names are Coder's. */
	readonly workspaces: Readonly<Record<string, number>>;
	/** Sessions by app, such as `vscode`; the names are Coder's. */
	readonly sessions: Readonly<Record<string, number>>;
	readonly latencyP50Ms?: number;
	readonly latencyP95Ms?: number;
	readonly bytesToWorkspaces?: number;
	readonly bytesFromWorkspaces?: number;
}

/** How the server is configured. */
export interface Configuration {
	readonly options: readonly Option[];
}

/** An option of `coder server`. */
export interface Option {
	/** Identity across versions and deployments: the variable, else the flag, else the name. */
	readonly id: string;
	readonly name: string;
	readonly description: string;
	/** Without dashes. */
	readonly flag?: string;
	readonly env?: string;
	/** The whole path, such as `networking.tls.enable`. */
	readonly yaml?: string;
	/** The names of its groups, from the outermost. */
	readonly groups: readonly string[];
	/** As its flag and variable accept it: durations such as `24h0m0s`, lists with commas. Missing for secrets and where nothing is set. */
	readonly value?: string;
	/** As the server writes it; missing for secrets and where there is none. */
	readonly default?: string;
	/** Missing where the server does not tell it. */
	readonly source?: "flag" | "env" | "yaml" | "default";
	/** It holds a secret: its value is never told, and `source` tells whether it is set. */
	readonly secret: boolean;
	/** The ids of the options to use instead. */
	readonly useInstead: readonly string[];
}

/** What the server's last health check found. */
export interface Health {
	/** When the check ran. */
	readonly checkedAt?: number;
	/** Worst first; parts that the server's version doesn't check are missing. */
	readonly parts: readonly HealthPart[];
}

/** A part of the health check. */
export interface HealthPart {
	readonly id:
		"accessUrl" | "database" | "websocket" | "derp" | "provisionerDaemons" | "workspaceProxy";
	readonly severity: "ok" | "warning" | "error" | "unknown";
	/** An administrator doesn't want to hear of it. */
	readonly dismissed: boolean;
	/** Coder's codes, such as `EDB02`, where there are any, and the server's own words without credentials. */
	readonly messages: readonly { readonly code?: string; readonly text: string }[];
}

/** The license of a deployment. */
export interface License {
	/** `endsSoon`: within 14 days. `grace`: its term has ended, its features still work. */
	readonly state: "none" | "licensed" | "endsSoon" | "grace";
	readonly trial: boolean;
	/** When the term ends and the grace period begins; told to owners only. */
	readonly termEndsAt?: number;
	/** When the grace period ends. */
	readonly endsAt?: number;
	readonly features: readonly LicensedFeature[];
}

/** A feature that licenses are about. */
export interface LicensedFeature {
	/** Coder's name, such as `user_limit`. */
	readonly name: string;
	/** Coder's word, such as `entitled`, `grace_period`, or `not_entitled`. */
	readonly entitlement: string;
	readonly enabled: boolean;
	readonly limit?: number;
	readonly used?: number;
}
