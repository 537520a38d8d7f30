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

/** A running sample deployment, and everything a test can do to it. */
export interface SampleDeployment {
	/** Address with the base path and without a slash at the end. */
	readonly url: string;
	readonly port: number;
	/** Address of the control routes; undefined if they were not asked for. */
	readonly controlUrl: string | undefined;
	readonly tokens: Readonly<Record<TokenName, string>>;

	/** Switches a fault on at one endpoint or, with "all", at those without a fault of their own. */
	readonly setFault: (place: FaultPlace, fault: Fault) => void;
	/** Switches off the fault of one place, or all of them. */
	readonly clearFaults: (place?: FaultPlace) => void;
	/** Refuses connections from now on and destroys the open ones. */
	readonly stop: () => Promise<void>;
	/** Accepts connections again, on the same port. */
	readonly restart: () => Promise<void>;
	/** Ends everything, the control routes included. */
	readonly close: () => Promise<void>;

	/** The requests since the start or the last reset, oldest first. */
	readonly requests: () => readonly RecordedRequest[];
	/** How many requests went to an endpoint, or to any. */
	readonly count: (endpoint?: EndpointId) => number;
	/** Forgets the requests so far. */
	readonly resetRequests: () => void;
	/** Number of connections that are open now. */
	readonly openSockets: () => number;
	/** The CSP reports that were accepted. */
	readonly cspReports: () => readonly JsonValue[];

	/** Goes on as another server version. */
	readonly upgrade: (to: VersionId) => void;
	/** Enables exactly these experiments, as if through the environment. */
	readonly setExperiments: (names: readonly string[]) => void;
	/**
	 * Sets an option, named by its environment variable or, without one, its flag. Durations are
	 * nanoseconds, enums plain words. Throws if the version has no such option.
	 */
	readonly setConfigOption: (option: string, value: JsonValue, source?: SettingSource) => void;
	/** Changes how the statistics are made; fields left out stay as they are. */
	readonly setStats: (change: Parameters<SampleState["setStats"]>[0]) => void;
	/** Changes what the update check says. */
	readonly setUpdateState: (state: UpdateState) => void;
	/** Changes the texts of X-Coder-Entitlements-Warning. */
	readonly setEntitlementWarnings: (texts: readonly string[]) => void;
	/** Changes what is wrong with it; fields left out stay as they are. */
	readonly setConditions: (change: Partial<Conditions>) => void;
	/** The runs of the health check so far, oldest first. */
	readonly healthRuns: () => readonly HealthRun[];
	/** Puts something hostile into every text of every answer from now on, or stops doing so. */
	readonly setHostility: (hostility: Hostility | undefined) => void;
	/** Moves the end of a token; in milliseconds since the epoch. */
	readonly setTokenExpiry: (token: TokenName, at: number) => void;
	/** Deletes the key of a token, as signing out does, or brings it back. */
	readonly revokeToken: (token: TokenName, revoked?: boolean) => void;
}
