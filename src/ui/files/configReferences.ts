import type * as vscode from "vscode";
import { experimentsOf } from "../../core/coder/experimentTable.ts";
import type { DeploymentConfig } from "../../core/coder/model.ts";
import type { Release } from "../../core/coder/release.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { reportsSources } from "../../core/comparison/side.ts";
import type { ConfigReference } from "../../core/files/config/configReference.ts";
import { releaseReference } from "../../core/files/release/releaseReference.ts";
import type { ReportingDeployment } from "../../core/variables/hover.ts";
import type { RequestedConfigs } from "./requestedConfigs.ts";
import { chosenFor } from "./chosenFor.ts";
import { chosenRelease } from "./chosenRelease.ts";
import { settingsOf } from "./documentSettings.ts";
import type { SignedIn } from "./signedIn.ts";

/** The reference that a document is checked against. */
export interface JudgedBy {
	readonly reference: ConfigReference;
	/** The deployment that reported its options; if missing, a release from the bundled table is used. */
	readonly deployment?: ReportingDeployment;
}

/**
 * Provides what configuration files are checked against. Returns the same object until another deployment applies, or
 * the deployment has new data.
 */
export class ConfigReferences {
	readonly #signedIn: () => SignedIn | undefined;
	readonly #configs: RequestedConfigs;
	readonly #reported = new WeakMap<DeploymentConfig, JudgedBy & { readonly version?: string }>();
	#bundled: (JudgedBy & { readonly release: Release }) | undefined;

	constructor(signedIn: () => SignedIn | undefined, configs: RequestedConfigs) {
		this.#signedIn = signedIn;
		this.#configs = configs;
	}

	of(document: vscode.TextDocument): JudgedBy {
		const signedIn = this.#signedIn();
		const chosen = signedIn && chosenFor(document, settingsOf(document), signedIn);
		const deployment = chosen?.deployment.deployment;
		const config = deployment && this.#configs.of(deployment);
		return config ? this.#reportedBy(deployment, config) : this.#ofRelease(chosenRelease());
	}

	#reportedBy({ saved, snapshot }: Deployment, config: DeploymentConfig): JudgedBy {
		const before = this.#reported.get(config);
		const version = snapshot.buildInfo.value?.version;
		if (before && before.version === version && before.reference.name === saved.name) return before;
		const safe = snapshot.experimentsAvailable.value ?? [];
		const experiments = new Set([...safe, ...((version && experimentsOf(version)) || [])]);
		const result = {
			reference: {
				options: config.options,
				version,
				name: saved.name,
				reported: true,
				experiments: [...experiments],
			},
			deployment: {
				key: saved.key,
				name: saved.name,
				sourcesReported: reportsSources(config.options),
			},
			...(version !== undefined && { version }),
		};
		this.#reported.set(config, result);
		return result;
	}

	#ofRelease(release: Release): JudgedBy {
		if (this.#bundled?.release === release) return this.#bundled;
		// The deployment's version may have other choices.
		this.#bundled = { release, reference: { ...releaseReference(release), reported: false } };
		return this.#bundled;
	}
}
