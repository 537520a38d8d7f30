import type { TokenName } from "./auth/accounts.ts";
import type { StatsState } from "./stats/deploymentStats.ts";
import type { UpdateState } from "./endpoints/updateCheck.ts";
import type { Conditions } from "./conditions.ts";
import type { VersionId } from "./versions.ts";

/** How a sample deployment is to start; everything may be left out. */
export interface SampleDeploymentOptions {
	/** Port on 127.0.0.1; 0, the default, takes a free one. */
	readonly port?: number;
	/** Server version; "current" by default. */
	readonly version?: VersionId;
	/** Path that the deployment lives under, such as "/team/coder". */
	readonly basePath?: string;
	/**
	 * Access URL, which buildinfo tells as `dashboard_url`: the sample company's by default, "self"
	 * for the address that the deployment really listens at.
	 */
	readonly accessUrl?: string;
	/** False serves a deployment in which nothing was configured. */
	readonly configured?: boolean;
	/** Made-up options to add to the list. */
	readonly extraOptions?: number;
	/** Answers like a workspace proxy: buildinfo only, HTML with 400 for the rest of the API. */
	readonly workspaceProxy?: boolean;
	/** Sends every request to the root of this URL with a 307, as "Redirect to Access URL" does. */
	readonly accessUrlRedirect?: string;
	/** What the statistics tell; "normal" by default. */
	readonly statsState?: StatsState;
	/** Milliseconds between two aggregations of the statistics; 30,000 by default. */
	readonly statsIntervalMs?: number;
	/** Seed of the numbers in the statistics; 1 by default. */
	readonly seed?: number;
	/** Minutes that the server's local time is ahead of UTC; 0 by default. */
	readonly utcOffsetMinutes?: number;
	/** What the update check says; "available" by default. */
	readonly updateState?: UpdateState;
	/** Milliseconds from now until the working tokens expire; a week by default. */
	readonly tokenLifetimeMs?: number;
	/** Whose token the page /cli-auth shows; the owner's by default. */
	readonly cliAuthToken?: TokenName;
	/** Texts of X-Coder-Entitlements-Warning; none by default. */
	readonly entitlementWarnings?: readonly string[];
	/** What is wrong with it; nothing by default. */
	readonly conditions?: Partial<Conditions>;
	/** The clock in milliseconds since the epoch; a constant one freezes times and statistics. */
	readonly clock?: () => number;
	/** Port of the control routes; 0 takes a free one. Without it there are none. */
	readonly controlPort?: number;
	/** Serves HTTPS with these PEM texts. */
	readonly tls?: SampleTls;
	/** Called once for each request when its answer is finished or broken off. */
	readonly onRequest?: (line: string) => void;
}

/** Keys and certificates for HTTPS, all as PEM. */
export interface SampleTls {
	readonly key: string;
	readonly cert: string;
	/** Authorities that client certificates must come from. */
	readonly ca?: string;
	/** Refuses connections without a client certificate that `ca` vouches for. */
	readonly requestClientCert?: boolean;
}
