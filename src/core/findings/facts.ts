import { canParse } from "../base/url.ts";
import { readExperiments, type Experiments } from "../coder/experimentList.ts";
import type { DeploymentConfig, DeploymentOption } from "../coder/model.ts";
import { isSet } from "../options/optionFacts.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { unlicensedFeatures } from "../license/license.ts";
import { buildKind, compareVersions } from "../coder/updateState.ts";

/** What rules ask a deployment. Options are found by id in constant time; what does not exist answers nothing. */
export class Facts {
	readonly options: readonly DeploymentOption[];
	/** False where the server is too old to tell where values come from (before v2.3). */
	readonly sourcesTold: boolean;
	readonly safeExperiments: readonly string[] | undefined;
	readonly #snapshot: Snapshot;
	readonly #byId: ReadonlyMap<string, DeploymentOption>;

	constructor(config: DeploymentConfig, snapshot: Snapshot) {
		this.options = config.options;
		this.sourcesTold = config.options.some(({ valueSource }) => valueSource !== undefined);
		this.safeExperiments = snapshot.experimentsAvailable.value;
		this.#snapshot = snapshot;
		this.#byId = new Map(config.options.map((option) => [option.id, option]));
	}

	/** The option with an id; of several, the first that exists: names differ between versions. */
	option(...ids: readonly string[]): DeploymentOption | undefined {
		for (const id of ids) {
			const option = this.#byId.get(id);
			if (option) return option;
		}
		return undefined;
	}

	/** True for a switch that is on. */
	isOn(id: string): boolean {
		return this.option(id)?.value === true;
	}

	/** True where the option exists and its switch is off. */
	isOff(id: string): boolean {
		return this.option(id)?.value === false;
	}

	/** True when somebody set the option. */
	isSet(id: string): boolean {
		const option = this.option(id);
		return option !== undefined && isSet(option);
	}

	/** The text of an option; empty where there is none. */
	text(id: string): string {
		return textOf(this.option(id));
	}

	/** The texts of a list option; empty where there are none. */
	list(id: string): readonly string[] {
		return listOf(this.option(id));
	}

	/** The nanoseconds of a duration, or another whole number. */
	int(id: string): bigint | undefined {
		return intOf(this.option(id));
	}

	/** The access URL, where one is configured that can be read. */
	get accessUrl(): URL | undefined {
		const text = this.text("CODER_ACCESS_URL");
		return canParse(text) ? new URL(text) : undefined;
	}

	/** True when the access URL that anyone can read has a password in it. */
	get accessUrlHoldsPassword(): boolean {
		const { buildInfo, regions } = this.#snapshot;
		const inRegion = regions.value?.some(
			({ name, holdsPassword }) => name === "primary" && holdsPassword,
		);
		return buildInfo.value?.holdsPassword === true || inRegion === true;
	}

	/** The names of features that are on without a license for them. */
	get unlicensedFeatures(): readonly string[] {
		const entitlements = this.#snapshot.entitlements.value;
		return entitlements ? unlicensedFeatures(entitlements).map(({ name }) => name) : [];
	}

	/** True when people reach the deployment by https. */
	get https(): boolean {
		return this.accessUrl?.protocol === "https:";
	}

	/** True when people can sign in with OpenID Connect. */
	get oidc(): boolean {
		return this.text("CODER_OIDC_CLIENT_ID") !== "" || this.text("CODER_OIDC_ISSUER_URL") !== "";
	}

	get developmentBuild(): boolean {
		const version = this.#snapshot.buildInfo.value?.version;
		return version !== undefined && buildKind(version) === "development";
	}

	/** True when the server is known to be older than a version. */
	isOlderThan(version: string): boolean {
		const own = this.#snapshot.buildInfo.value?.version;
		return own !== undefined && compareVersions(own, version) < 0;
	}

	/** The experiments that are on; before the server was asked for them, those that are configured. */
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

/** The text of an option; empty where there is none. */
export function textOf(option: DeploymentOption | undefined): string {
	return typeof option?.value === "string" ? option.value : "";
}

/** The texts of a list option; empty where there are none. */
export function listOf(option: DeploymentOption | undefined): readonly string[] {
	const value = option?.value;
	return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The whole number of an option. */
export function intOf(option: DeploymentOption | undefined): bigint | undefined {
	const value = option?.value;
	if (typeof value === "bigint") return value;
	return typeof value === "number" && Number.isInteger(value) ? BigInt(value) : undefined;
}
