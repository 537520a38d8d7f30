import type { TokenName } from "./auth/accounts.ts";
import type { StatsState } from "./stats/deploymentStats.ts";
import type { UpdateState } from "./endpoints/updateCheck.ts";
import type { Conditions } from "./conditions.ts";
import type { VersionId } from "./versions.ts";

/** How a sample deployment starts; everything is optional. */
export interface SampleDeploymentOptions {
	/** Port on 127.0.0.1; 0, the default, selects a free one. */
	readonly port?: number;
	/** Server version; "current" by default. */
	readonly version?: VersionId;
	/** Path below which the deployment runs, such as "/team/coder". */
	readonly basePath?: string;
	/**
	 * Access URL, which buildinfo returns as `dashboard_url`: the sample organization's by default, "self" for the
	 * deployment's real URL.
	 */
	readonly accessUrl?: string;
	/** ID that buildinfo returns; all samples have the same one by default, like copies of one database. */
	readonly deploymentId?: string;
	/** If false, nothing is configured in the deployment. */
	readonly configured?: boolean;
	/** Number of generated options to add to the list. */
	readonly extraOptions?: number;
	/** Responds like a workspace proxy: buildinfo only, and HTML with 400 for the rest of the API. */
	readonly workspaceProxy?: boolean;
	/** Redirects every request to the root of this URL with a 307, like "Redirect to Access URL". */
	readonly accessUrlRedirect?: string;
	/** The state of the statistics; "normal" by default. */
	readonly statsState?: StatsState;
	/** Time between two aggregations of the statistics, in ms; 30,000 by default. */
	readonly statsIntervalMs?: number;
	/** Seed of the numbers in the statistics; 1 by default. */
	readonly seed?: number;
	/** Minutes that the server's local time is ahead of UTC; 0 by default. */
	readonly utcOffsetMinutes?: number;
	/** The state of the update check; "available" by default. */
	readonly updateState?: UpdateState;
	/** Time until the valid tokens expire, in ms; a week by default. */
	readonly tokenLifetimeMs?: number;
	/** The token on the page /cli-auth; the owner's by default. */
	readonly cliAuthToken?: TokenName;
	/** Texts of X-Coder-Entitlements-Warning; none by default. */
	readonly entitlementWarnings?: readonly string[];
	/** What is wrong with it; nothing by default. */
	readonly conditions?: Partial<Conditions>;
	/** The clock in milliseconds since the epoch; a constant one freezes times and statistics. */
	readonly clock?: () => number;
	/** Port of the control routes; 0 selects a free one. By default, there are none. */
	readonly controlPort?: number;
	/** Serves HTTPS with these PEM texts. */
	readonly tls?: SampleTls;
	/** Called once for each request when its response ends or is interrupted. */
	readonly onRequest?: (line: string) => void;
}

/** Keys and certificates for HTTPS, all as PEM. */
export interface SampleTls {
	readonly key: string;
	readonly cert: string;
	/** Certificate authorities for client certificates. */
	readonly ca?: string;
	/** Refuses connections without a client certificate from `ca`. */
	readonly requestClientCert?: boolean;
}
