import type { Int } from "../base/int.ts";
import type { JsonObject, JsonValue } from "../base/json.ts";
import type { DismissedParts, HealthReport } from "./healthModel.ts";
import type {
	Appearance,
	Permissions,
	ProvisionerDaemon,
	ProvisionerQueue,
	Region,
	Replica,
} from "./infrastructureModel.ts";
import type { Entitlements, License } from "./licenseModel.ts";

/** `GET /`: the API root's greeting. */
export interface ApiRoot {
	readonly message: string;
}

/** `GET /buildinfo`. Fields that the server's version doesn't have are missing. */
export interface BuildInfo {
	/** `v2.35.1+8b44bd6`, `v2.35.1-devel+…` for development builds, `v2.33.0-rc.1+…` for release candidates. */
	readonly version: string;
	/** The source of this build: a GitHub commit. */
	readonly externalUrl?: string;
	/** The deployment's access URL, which may differ from the URL that the user entered. */
	readonly dashboardUrl?: string;
	/** The access URL contained a password, which is removed above but which anyone can read from the server. */
	readonly holdsPassword?: boolean;
	readonly telemetry?: boolean;
	/** Whether a workspace proxy responded, which serves no other API route. */
	readonly workspaceProxy: boolean;
	readonly agentApiVersion?: string;
	readonly provisionerApiVersion?: string;
	/** The administrators' instructions for users with a mismatched CLI. */
	readonly upgradeMessage?: string;
	/** UUID that lasts as long as the deployment's database. Since v2.11. */
	readonly deploymentId?: string;
}

/** A named number of the statistics, with Coder's name, including names that this version doesn't know. */
export interface NamedCount {
	readonly name: string;
	readonly count: Int;
}

/** `GET /deployment/stats`. */
export interface DeploymentStats {
	/** Start of the window, 15 minutes before `collectedAt`. All times in ms since the epoch. */
	readonly aggregatedFrom?: number;
	readonly collectedAt?: number;
	readonly nextUpdateAt?: number;
	/** Workspaces by state of their latest build. */
	readonly workspaces: readonly NamedCount[];
	/** Percentiles of the agents' latency in ms; missing when no agent reported. */
	readonly latencyP50Ms?: number;
	readonly latencyP95Ms?: number;
	/** Bytes received by agents in the window: data sent to workspaces. */
	readonly rxBytes?: Int;
	/** Bytes sent by agents in the window. */
	readonly txBytes?: Int;
	/** Sessions by kind of app. */
	readonly sessions: readonly NamedCount[];
	/** Numbers that this version doesn't know, by dotted path. */
	readonly others: readonly NamedCount[];
}

/** `GET /deployment/ssh`. */
export interface SshConfig {
	/** Deprecated in favor of the suffix since v2.22, but still sent. */
	readonly hostnamePrefix?: string;
	readonly hostnameSuffix?: string;
	readonly options: readonly (readonly [name: string, value: string])[];
}

/** `GET /updatecheck`, as sent; `updateState.ts` interprets it. */
export interface UpdateCheck {
	readonly current: boolean;
	readonly version: string;
	readonly url: string;
}

/** `GET /users/{user}/keys/tokens/tokenconfig`. */
export interface TokenConfig {
	/** Nanoseconds. */
	readonly maxTokenLifetimeNs: Int;
}

/** `GET /users/me`. */
export interface User {
	readonly id: string;
	readonly username: string;
	readonly name?: string;
	readonly email?: string;
	readonly status?: string;
	/** Site-wide roles; empty for a plain member. */
	readonly roles: readonly { readonly name: string; readonly displayName: string }[];
}

/** `GET /users/me/keys/{id}`: the session token's own record. */
export interface ApiKey {
	readonly id: string;
	/** ms since the epoch. */
	readonly expiresAt?: number;
	readonly createdAt?: number;
	readonly loginType?: string;
	readonly tokenName?: string;
	readonly lifetimeSeconds?: number;
}

/** The source of an option's value; `undefined` if the server doesn't report it. */
export type ValueSource = "flag" | "env" | "yaml" | "default";

/** A group of options, by its own name. {@link DeploymentOption.groups} has the path from the root. */
export interface OptionGroup {
	readonly name: string;
	readonly yaml?: string;
	readonly description?: string;
}

/** The names of another option, to find it by. */
export interface OptionReference {
	readonly id: string;
	readonly name: string;
	readonly env?: string;
	readonly flag?: string;
}

/** One option of `coder server`. A secret option never has a `value`, whatever the server sent. */
export interface DeploymentOption {
	/** Identity across versions and deployments: the environment variable, otherwise the flag, otherwise the name. */
	readonly id: string;
	readonly name: string;
	readonly description: string;
	/** Without dashes. */
	readonly flag?: string;
	readonly flagShorthand?: string;
	readonly env?: string;
	/** The last key of the YAML path. */
	readonly yaml?: string;
	/** The full YAML path, if the option has one. */
	readonly yamlPath?: readonly string[];
	/** The default as the server writes it, such as `24h0m0s` or `a,b,c`. */
	readonly default?: string;
	/** Missing for secrets; `null` for an unset list; the selected text for enums. */
	readonly value?: JsonValue;
	/** The allowed values of an enum. */
	readonly choices?: readonly string[];
	readonly valueSource?: ValueSource;
	/** Groups from the outermost to the innermost; empty for ungrouped options. */
	readonly groups: readonly OptionGroup[];
	/** What to use instead; nonempty for deprecated options. */
	readonly useInstead: readonly OptionReference[];
	readonly hidden: boolean;
	readonly secret: boolean;
	readonly enterprise: boolean;
	/** Also configures workspace proxies. */
	readonly workspaceProxies: boolean;
	/** The value is a duration in nanoseconds. */
	readonly duration: boolean;
}

/** `GET /deployment/config`, without secrets. */
export interface DeploymentConfig {
	readonly options: readonly DeploymentOption[];
	/** The whole response as sent, masked; shown by "Open as JSON". */
	readonly masked: JsonObject;
}

/** The answer of each endpoint. */
export interface Answers {
	readonly root: ApiRoot;
	readonly buildInfo: BuildInfo;
	readonly deploymentConfig: DeploymentConfig;
	readonly deploymentSsh: SshConfig;
	readonly deploymentStats: DeploymentStats;
	readonly experiments: readonly string[];
	readonly experimentsAvailable: readonly string[];
	readonly updateCheck: UpdateCheck;
	readonly tokenConfig: TokenConfig;
	readonly user: User;
	readonly apiKey: ApiKey;
	readonly permissions: Permissions;
	readonly health: HealthReport;
	readonly healthSettings: DismissedParts;
	readonly entitlements: Entitlements;
	readonly licenses: readonly License[];
	readonly regions: readonly Region[];
	readonly replicas: readonly Replica[];
	readonly provisionerDaemons: readonly ProvisionerDaemon[];
	readonly provisionerQueue: ProvisionerQueue;
	readonly appearance: Appearance;
}

/** The ID of an endpoint with an answer. */
export type EndpointId = keyof Answers;
