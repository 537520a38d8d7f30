import type { TokenName } from "./auth/accounts.ts";
import type { SettingSource } from "./config/settings.ts";
import type { EndpointId } from "./endpoints/endpointId.ts";
import type { UpdateState } from "./endpoints/updateCheck.ts";
import type { Fault } from "./faults/fault.ts";
import type { FaultPlace } from "./faults/faults.ts";
import type { Hostility } from "./hostile/poison.ts";
import type { JsonValue } from "./json.ts";
import type { RecordedRequest } from "./requestLog.ts";
import type { Conditions } from "./conditions.ts";
import type { HealthRun, SampleState } from "./state.ts";
import type { VersionId } from "./versions.ts";

/** A running sample deployment, and everything that a test can do to it. */
export interface SampleDeployment {
	/** URL with the base path and without a trailing slash. */
	readonly url: string;
	readonly port: number;
	/** URL of the control routes; undefined if they weren't requested. */
	readonly controlUrl: string | undefined;
	readonly tokens: Readonly<Record<TokenName, string>>;

	/** Turns a fault on at one endpoint or, with "all", at those without their own. */
	readonly setFault: (place: FaultPlace, fault: Fault) => void;
	/** Turns off the fault of one place, or all. */
	readonly clearFaults: (place?: FaultPlace) => void;
	/** Refuses new connections and destroys the open ones. */
	readonly stop: () => Promise<void>;
	/** Accepts connections again, on the same port. */
	readonly restart: () => Promise<void>;
	/** Stops everything, including the control routes. */
	readonly close: () => Promise<void>;

	/** Returns the requests since the start or the last reset, oldest first. */
	readonly requests: () => readonly RecordedRequest[];
	/** Returns the number of requests to an endpoint, or to all. */
	readonly count: (endpoint?: EndpointId) => number;
	/** Removes the recorded requests. */
	readonly resetRequests: () => void;
	/** Returns the number of open connections. */
	readonly openSockets: () => number;
	/** Returns the accepted CSP reports. */
	readonly cspReports: () => readonly JsonValue[];

	/** Changes to another server version. */
	readonly upgrade: (to: VersionId) => void;
	/** Enables exactly these experiments, as if set through the environment. */
	readonly setExperiments: (names: readonly string[]) => void;
	/**
	 * Sets an option by its environment variable or, if it has none, its flag. Durations are nanoseconds, enums are
	 * words. Throws if the version doesn't have the option.
	 */
	readonly setConfigOption: (option: string, value: JsonValue, source?: SettingSource) => void;
	/** Changes how statistics are generated; missing fields don't change. */
	readonly setStats: (change: Parameters<SampleState["setStats"]>[0]) => void;
	/** Changes the state of the update check. */
	readonly setUpdateState: (state: UpdateState) => void;
	/** Changes the texts of X-Coder-Entitlements-Warning. */
	readonly setEntitlementWarnings: (texts: readonly string[]) => void;
	/** Changes what is wrong with it; missing fields don't change. */
	readonly setConditions: (change: Partial<Conditions>) => void;
	/** Returns the runs of the health check so far, oldest first. */
	readonly healthRuns: () => readonly HealthRun[];
	/** Starts or stops adding something hostile to every text of every answer. */
	readonly setHostility: (hostility: Hostility | undefined) => void;
	/** Changes when a token expires, in milliseconds since the epoch. */
	readonly setTokenExpiry: (token: TokenName, at: number) => void;
	/** Deletes the key of a token, as signing out does, or restores it. */
	readonly revokeToken: (token: TokenName, revoked?: boolean) => void;
}
