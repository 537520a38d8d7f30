/**
 * The API that Coder Deployment offers to other extensions. Copy this file to get the types; it has no imports.
 * docs/api.md describes what is guaranteed.
 */

/** The value that `activate` resolves to. All results are frozen copies: changing them has no effect. */
export interface CoderDeploymentApi {
	/** Increases when something is removed or changes its meaning, not when something is added. */
	readonly version: 1;
	/** Returns the deployments that the user is signed in to, in the user's order. Sends no requests. */
	getDeployments(): Promise<readonly DeploymentInfo[]>;
	/**
	 * Returns the data of a deployment. Missing or outdated data is requested first, as the extension's own views do;
	 * failures are in the parts' states. Rejects only if the extension is damaged.
	 *
	 * @param id a {@link DeploymentInfo.id}
	 * @returns `undefined` if the user isn't signed in to this deployment
	 */
	getSnapshot(id: string): Promise<DeploymentSnapshot | undefined>;
	/**
	 * Compares a file that sets options of Coder, such as Helm values or an env file, with a deployment. Missing or
	 * outdated data is requested first.
	 *
	 * @param uri the URI of a file in the workspace; unsaved edits are included
	 * @param id a {@link DeploymentInfo.id}; by default the deployment that the file belongs to
	 * @returns `undefined` if the file isn't in the workspace or can't be read, or if the user isn't signed in or can't
	 *   read the configuration
	 */
	compareFile(uri: string, id?: string): Promise<FileComparison | undefined>;
	/**
	 * Lists what an upgrade changes for a deployment: facts about its options and experiments, but none of its values.
	 * Missing or outdated data is requested first.
	 *
	 * @param id a {@link DeploymentInfo.id}
	 * @param target a release such as `v2.35`, or the {@link DeploymentInfo.id} of a deployment that runs a newer
	 *   version; by default the latest stable release that the deployment reports
	 * @returns `undefined` if the user isn't signed in to the deployment or can't read its configuration, or if the
	 *   target isn't known
	 */
	previewUpgrade(id: string, target?: string): Promise<UpgradePreview | undefined>;
	/** Fires when the list of deployments changes or when one of them has new data. */
	readonly onDidChange: ApiEvent<DeploymentChange>;
}

/** Subscribes a listener; compatible with VS Code's `Event<T>`. */
export type ApiEvent<T> = (
	listener: (event: T) => unknown,
	thisArgs?: unknown,
	disposables?: { dispose(): unknown }[],
) => { dispose(): void };

/** A change to the list of deployments or to one of them. */
export interface DeploymentChange {
	/** The deployment that has new data; missing if the list, a name, or the active deployment changed. */
	readonly id?: string;
}

/** A deployment that the user is signed in to. */
export interface DeploymentInfo {
	/**
	 * The deployment ID, which lasts as long as the deployment's database, if the server reports one (v2.11 and later);
	 * otherwise the URL.
	 */
	readonly id: string;
	/** The name given by the user. */
	readonly name: string;
	/** Without a trailing slash. */
	readonly url: string;
	/** Whether the status bar and commands use this deployment. Exactly one is active, unless there are none. */
	readonly active: boolean;
}

/** The data of a deployment at one time. Times are in ms since the epoch. */
export interface DeploymentSnapshot {
	readonly deployment: DeploymentInfo;
	readonly build: Part<Build>;
	readonly update: Part<Update>;
	readonly experiments: Part<Experiments>;
	readonly statistics: Part<Statistics>;
	readonly configuration: Part<Configuration>;
	/**
	 * The server's latest report. Runs no health check, and isn't requested if that would send the session token
	 * elsewhere.
	 */
	readonly health: Part<Health>;
	readonly license: Part<License>;
}

/** One part of a snapshot: its value and its state. */
export interface Part<T> {
	/**
	 * `ready`: the value is up to date. `stale`: the latest attempt failed; the value is the last successful one.
	 * `forbidden`: the user's roles don't allow it. `unsupported`: this server version doesn't have it. `failed`: there
	 * is no value, see `problem`. `unknown`: it hasn't been requested yet or is being requested.
	 */
	readonly state: "ready" | "stale" | "forbidden" | "unsupported" | "failed" | "unknown";
	/** Present if `state` is `ready` or `stale`. */
	readonly value?: T;
	/** When the value arrived. */
	readonly at?: number;
	/** What went wrong and what to do about it, in the user's language. */
	readonly problem?: string;
}

/** The server's build. */
export interface Build {
	/** Including the commit, such as `v2.35.1+8b44bd6`. */
	readonly version: string;
	readonly kind: "release" | "candidate" | "development";
	/** The source of this build: a GitHub commit. */
	readonly source?: string;
	/** The configured access URL, which may differ from the URL that the user signed in to. */
	readonly dashboardUrl?: string;
	readonly deploymentId?: string;
	readonly agentApiVersion?: string;
	readonly provisionerApiVersion?: string;
}

/** Whether an update is available for the server. */
export interface Update {
	/**
	 * `available`: there is an update. `current`: there is none. `ahead`: the server is newer than the latest stable
	 * release. `notChecked`: the server doesn't check for updates, or its check failed.
	 */
	readonly state: "available" | "current" | "ahead" | "notChecked";
	/** The latest stable release. */
	readonly latest?: string;
	/** Its release notes. */
	readonly url?: string;
}

/** The server's experiments, by name. */
export interface Experiments {
	readonly enabled: readonly string[];
	/** Safe experiments that are turned off; empty if the server doesn't report them. */
	readonly available: readonly string[];
}

/** Deployment statistics. Numbers above 2^53 are rounded. */
export interface Statistics {
	/** When the server collected them. */
	readonly collectedAt?: number;
	/** The start of the period for sessions, latency, and bytes. */
	readonly from?: number;
	/** Workspaces by state, such as `running`, with Coder's names. */
	readonly workspaces: Readonly<Record<string, number>>;
	/** Sessions by app, such as `vscode`, with Coder's names. */
	readonly sessions: Readonly<Record<string, number>>;
	readonly latencyP50Ms?: number;
	readonly latencyP95Ms?: number;
	readonly bytesToWorkspaces?: number;
	readonly bytesFromWorkspaces?: number;
}

/** The server's configuration. */
export interface Configuration {
	readonly options: readonly Option[];
}

/** An option of `coder server`. */
export interface Option {
	/** Identity across versions and deployments: the environment variable, otherwise the flag, otherwise the name. */
	readonly id: string;
	readonly name: string;
	readonly description: string;
	/** Without dashes. */
	readonly flag?: string;
	readonly env?: string;
	/** The full path, such as `networking.tls.enable`. */
	readonly yaml?: string;
	/** Group names, outermost first. */
	readonly groups: readonly string[];
	/**
	 * As the flag and environment variable accept it: durations such as `24h0m0s`, lists separated by commas. Missing
	 * for secrets and if nothing is set.
	 */
	readonly value?: string;
	/** As the server writes it; missing for secrets and if there is none. */
	readonly default?: string;
	/** Missing if the server doesn't report it. */
	readonly source?: "flag" | "env" | "yaml" | "default";
	/** Whether the option is a secret. Its value is never included; `source` shows whether it is set. */
	readonly secret: boolean;
	/** IDs of the options to use instead. */
	readonly useInstead: readonly string[];
}

/** The comparison of a file with a deployment. */
export interface FileComparison {
	readonly deployment: DeploymentInfo;
	/**
	 * The settings in the file for which the deployment has an option, in order. If the file sets an option twice, the
	 * last value applies.
	 */
	readonly settings: readonly ComparedSetting[];
}

/** A setting in a file. */
export interface ComparedSetting {
	/** The variable, the flag with its dashes, or the path in YAML. */
	readonly name: string;
	/** An {@link Option.id}. */
	readonly option: string;
	/** Starts with 1. */
	readonly line: number;
	/**
	 * `secret`: secrets aren't compared. `notInFile`: the value comes from another file, a template, or a variable.
	 * `refused`: the server doesn't start with it.
	 */
	readonly state: "same" | "differs" | "secret" | "notInFile" | "refused";
	/** The value in the file; missing for secrets, and if the file doesn't contain it. */
	readonly value?: string;
	/** The deployment's value; missing for secrets, and if none is set. */
	readonly deploymentValue?: string;
}

/** What an upgrade changes for a deployment. */
export interface UpgradePreview {
	readonly deployment: DeploymentInfo;
	/** The version that the deployment runs, such as `v2.15.0`; missing if it can't be upgraded from. */
	readonly from?: string;
	/** The version to upgrade to, such as `v2.35`; missing if there is no upgrade, see `problem`. */
	readonly to?: string;
	/** Why there is no upgrade, in the user's language. */
	readonly problem?: string;
	/** What isn't known about the versions, in the user's language. */
	readonly notes: readonly string[];
	/** At most 2,000 changes, most urgent first. */
	readonly changes: readonly UpgradeChange[];
}

/** A change that an upgrade makes. */
export interface UpgradeChange {
	/**
	 * `before`: required before the upgrade. `automatic`: changes because something keeps its default.
	 * `new`: new options and experiments. `after`: deprecated names to replace.
	 */
	readonly when: "before" | "automatic" | "new" | "after";
	/** An {@link Option.id}, or the name of an experiment. */
	readonly id: string;
	/** The option's name, if it differs from its ID. */
	readonly name?: string;
	/** What changes and what to do, in the user's language; missing for new experiments. */
	readonly text?: string;
	/** Whether the new server doesn't start until this is done. */
	readonly stopsServer: boolean;
	/** The URL of the option's description in Coder's documentation. */
	readonly documentation?: string;
}

/** The result of the server's latest health check. */
export interface Health {
	/** When the check ran. */
	readonly checkedAt?: number;
	/** Worst first. Parts that this server version doesn't check are missing. */
	readonly parts: readonly HealthPart[];
}

/** A part of the health check. */
export interface HealthPart {
	readonly id:
		"accessUrl" | "database" | "websocket" | "derp" | "provisionerDaemons" | "workspaceProxy";
	readonly severity: "ok" | "warning" | "error" | "unknown";
	/** An administrator dismissed its warnings. */
	readonly dismissed: boolean;
	/** Coder's codes, such as `EDB02`, if any, and the server's messages without credentials. */
	readonly messages: readonly { readonly code?: string; readonly text: string }[];
}

/** The deployment's license. */
export interface License {
	/** `endsSoon`: within 14 days. `grace`: the term has ended, but features still work. */
	readonly state: "none" | "licensed" | "endsSoon" | "grace";
	readonly trial: boolean;
	/** When the term ends and the grace period begins; only available to owners. */
	readonly termEndsAt?: number;
	/** When the grace period ends. */
	readonly endsAt?: number;
	readonly features: readonly LicensedFeature[];
}

/** A licensed feature. */
export interface LicensedFeature {
	/** Coder's name, such as `user_limit`. */
	readonly name: string;
	/** Coder's word, such as `entitled`, `grace_period`, or `not_entitled`. */
	readonly entitlement: string;
	readonly enabled: boolean;
	readonly limit?: number;
	readonly used?: number;
}
