import { TokenStore, weekMs } from "./auth/tokenStore.ts";
import { deploymentConfig, optionValues } from "./config/deploymentConfig.ts";
import type { OptionValues, Setting } from "./config/settings.ts";
import type { UpdateState } from "./endpoints/updateCheck.ts";
import { Faults } from "./faults/faults.ts";
import { goJson, type JsonObject, type JsonValue } from "./json.ts";
import type { Hostility } from "./hostile/poison.ts";
import { wellConditions, type Conditions } from "./conditions.ts";
import { RateLimiter } from "./rateLimit.ts";
import { RequestLog } from "./requestLog.ts";
import type { SampleDeploymentOptions } from "./startOptions.ts";
import type { StatsSettings } from "./stats/deploymentStats.ts";
import { serverVersion, type ServerVersion, type VersionId } from "./versions.ts";

/** A run of the health check. */
export interface HealthRun {
	/** Milliseconds since the epoch. */
	readonly at: number;
	/** The account whose token was sent to the access URL. */
	readonly by: string;
	readonly accessUrl: string;
	readonly forced: boolean;
}

/** Everything about a sample deployment that can change while it runs. */
export class SampleState {
	readonly options: SampleDeploymentOptions;
	readonly clock: () => number;
	readonly startedAt: number;
	readonly tokens: TokenStore;
	readonly faults = new Faults();
	readonly log = new RequestLog();
	readonly limiter = new RateLimiter();
	readonly cspReports: JsonValue[] = [];
	version: ServerVersion;
	stats: StatsSettings;
	updateState: UpdateState;
	warnings: readonly string[];
	conditions: Conditions;
	/** When the health check ran, for whom, and where it sent the token. */
	readonly healthRuns: HealthRun[] = [];
	/** What is done to every answer; undefined unless the deployment is hostile. */
	hostility: Hostility | undefined;
	private readonly changes: Setting[] = [];
	private values: OptionValues | undefined;
	private configText: string | undefined;

	/** Applies the start options; `clock` is read once, for the start time. */
	constructor(options: SampleDeploymentOptions) {
		this.options = options;
		this.clock = options.clock ?? Date.now;
		this.startedAt = this.clock();
		this.tokens = new TokenStore(this.startedAt, options.tokenLifetimeMs ?? weekMs);
		this.version = serverVersion(options.version ?? "current");
		this.stats = {
			state: options.statsState ?? "normal",
			body: {},
			seed: options.seed ?? 1,
			intervalMs: options.statsIntervalMs ?? 30_000,
			offsetMinutes: options.utcOffsetMinutes ?? 0,
		};
		this.updateState = options.updateState ?? "available";
		this.conditions = { ...wellConditions, ...options.conditions };
		this.warnings = options.entitlementWarnings ?? [];
	}

	/** Returns the live values of all options. */
	optionValues(): OptionValues {
		return (this.values ??= optionValues({
			version: this.version,
			configured: this.options.configured ?? true,
			changes: this.changes,
			extra: this.options.extraOptions ?? 0,
		}));
	}

	/** Returns the body of GET /deployment/config, cached until something changes. */
	deploymentConfig(): string {
		return (this.configText ??= goJson(deploymentConfig(this.optionValues())));
	}

	/** Sets an option, overriding previous settings. */
	setOption(setting: Setting): void {
		this.changes.push(setting);
		this.forgetValues();
	}

	/** Changes to another server version. */
	upgrade(to: VersionId): void {
		this.version = serverVersion(to);
		this.forgetValues();
	}

	/** Changes how statistics are generated; missing fields don't change. */
	setStats(change: Partial<Omit<StatsSettings, "body">> & { readonly body?: JsonObject }): void {
		this.stats = { ...this.stats, ...change };
	}

	private forgetValues(): void {
		this.values = undefined;
		this.configText = undefined;
	}
}
