import { canParse } from "../base/url.ts";
import { readExperiments, type Experiments } from "../coder/experimentList.ts";
import type { DeploymentConfig, DeploymentOption } from "../coder/model.ts";
import { releaseOf, type Release } from "../coder/release.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { unlicensedFeatures } from "../license/license.ts";
import { buildKind, compareVersions } from "../coder/updateState.ts";

/** Facts about a deployment for rules. Options are found by ID in constant time; missing ones have no value. */
export class Facts {
	readonly options: readonly DeploymentOption[];
	/** Whether the server reports value sources. Servers before v2.3 don't. */
	readonly sourcesReported: boolean;
	readonly safeExperiments: readonly string[] | undefined;
	readonly #snapshot: Snapshot;
	readonly #byId: ReadonlyMap<string, DeploymentOption>;

	constructor(config: DeploymentConfig, snapshot: Snapshot) {
		this.options = config.options;
		this.sourcesReported = config.options.some(({ valueSource }) => valueSource !== undefined);
		this.safeExperiments = snapshot.experimentsAvailable.value;
		this.#snapshot = snapshot;
		this.#byId = new Map(config.options.map((option) => [option.id, option]));
	}

	/** Returns the option with an ID, or the first existing one of several, because names differ between versions. */
	option(...ids: readonly string[]): DeploymentOption | undefined {
		for (const id of ids) {
			const option = this.#byId.get(id);
			if (option) return option;
		}
		return undefined;
	}

	/** Returns true if an option is on. */
	isOn(id: string): boolean {
		return this.option(id)?.value === true;
	}

	/** Returns true if an option exists and is off. */
	isOff(id: string): boolean {
		return this.option(id)?.value === false;
	}

	/** Returns an option's text; empty if there is none. */
	text(id: string): string {
		return textOf(this.option(id));
	}

	/** Returns the texts of a list option; empty if there are none. */
	list(id: string): readonly string[] {
		return listOf(this.option(id));
	}

	/** Returns the nanoseconds of a duration, or another integer. */
	int(id: string): bigint | undefined {
		return intOf(this.option(id));
	}

	/** The access URL, if a valid one is configured. */
	get accessUrl(): URL | undefined {
		const text = this.text("CODER_ACCESS_URL");
		return canParse(text) ? new URL(text) : undefined;
	}

	/** Whether the publicly readable access URL contains a password. */
	get accessUrlHoldsPassword(): boolean {
		const { buildInfo, regions } = this.#snapshot;
		const inRegion = regions.value?.some(
			({ name, holdsPassword }) => name === "primary" && holdsPassword,
		);
		return buildInfo.value?.holdsPassword === true || inRegion === true;
	}

	/** Names of features that are on without a license. */
	get unlicensedFeatures(): readonly string[] {
		const entitlements = this.#snapshot.entitlements.value;
		return entitlements ? unlicensedFeatures(entitlements).map(({ name }) => name) : [];
	}

	/** Whether users reach the deployment over HTTPS. */
	get https(): boolean {
		return this.accessUrl?.protocol === "https:";
	}

	/** Whether users can sign in with OpenID Connect. */
	get oidc(): boolean {
		return this.text("CODER_OIDC_CLIENT_ID") !== "" || this.text("CODER_OIDC_ISSUER_URL") !== "";
	}

	get developmentBuild(): boolean {
		const version = this.#snapshot.buildInfo.value?.version;
		return version !== undefined && buildKind(version) === "development";
	}

	/** The release that the server runs; undefined if the tables don't include its version. */
	get release(): Release | undefined {
		return releaseOf(this.#snapshot.buildInfo.value?.version ?? "");
	}

	/** Returns true if the server is known to be older than a version. */
	isOlderThan(version: string): boolean {
		const own = this.#snapshot.buildInfo.value?.version;
		return own !== undefined && compareVersions(own, version) < 0;
	}

	/** The enabled experiments; until the server has been asked, the configured ones. */
	get experiments(): Experiments {
		const { experiments, experimentsAvailable, buildInfo, deploymentConfig } = this.#snapshot;
		const configured = this.list("CODER_EXPERIMENTS").map((name) => name.toLowerCase());
		return readExperiments(
			experiments.value ?? configured,
			experimentsAvailable.value,
			buildInfo.value,
			deploymentConfig.value,
		);
	}
}

/** Returns an option's text; empty if there is none. */
export function textOf(option: DeploymentOption | undefined): string {
	return typeof option?.value === "string" ? option.value : "";
}

/** Returns the texts of a list option; empty if there are none. */
export function listOf(option: DeploymentOption | undefined): readonly string[] {
	const value = option?.value;
	return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** Returns the integer value of an option. */
export function intOf(option: DeploymentOption | undefined): bigint | undefined {
	const value = option?.value;
	if (typeof value === "bigint") return value;
	return typeof value === "number" && Number.isInteger(value) ? BigInt(value) : undefined;
}
