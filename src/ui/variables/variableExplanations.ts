import type * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { t } from "../../core/base/l10n.ts";
import { escapeMarkdown } from "../../core/base/markdown.ts";
import type { DeploymentConfig } from "../../core/coder/model.ts";
import { stateOf, type Snapshot } from "../../core/deployments/slot.ts";
import { variableHover, type ReportingDeployment } from "../../core/variables/hover.ts";
import { KnownVariables, type Variable } from "../../core/variables/known.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { hoverText } from "../messages/hoverText.ts";

/** How long an explanation waits for a configuration that hasn't been requested yet, in ms. */
const patienceMs = 2000;

/** The known variables, including the active deployment's options. */
export class VariableExplanations {
	readonly #active: () => Deployment | undefined;
	#known = new KnownVariables(undefined);
	#config: DeploymentConfig | undefined;
	#version: string | undefined;

	constructor(active: () => Deployment | undefined) {
		this.#active = active;
	}

	/** Returns the same object until the configuration or its version changes. */
	known(): KnownVariables {
		const config = this.#shownConfig;
		const deployment = this.#active();
		const { buildInfo }: Partial<Snapshot> = deployment?.snapshot ?? {};
		const version = buildInfo?.value?.version;
		if (config !== this.#config || version !== this.#version) {
			this.#config = config;
			this.#version = version;
			const reportedBy = deployment && { name: deployment.saved.name, version };
			this.#known = new KnownVariables(config, reportedBy);
		}
		return this.#known;
	}

	/** Requests the configuration if that hasn't happened yet, and waits for a limited time. */
	async ready(): Promise<void> {
		const deployment = this.#active();
		const slot = deployment?.snapshot.deploymentConfig;
		if (!slot || slot.value !== undefined || slot.failure) return;
		await Promise.race([
			deployment.refreshShared(["deploymentConfig"]),
			new Promise((resolve) => setTimeout(resolve, patienceMs)),
		]);
	}

	/** Returns the hover for a variable; undefined for an unknown one. */
	explain(name: string): vscode.MarkdownString | undefined {
		const variable = this.known().find(name);
		if (!variable) return undefined;
		return hoverText(
			[...variableHover(variable, this.#reporting), ...this.#refusal(variable)],
			[commandIds.openConfiguration],
		);
	}

	/** The configuration of the active deployment, if it can be shown. */
	get #shownConfig(): DeploymentConfig | undefined {
		const slot = this.#active()?.snapshot.deploymentConfig;
		return slot && ["ready", "stale"].includes(stateOf(slot)) ? slot.value : undefined;
	}

	/** Describes why the deployment doesn't report options, unless that is temporary. */
	#refusal({ option }: Variable): string[] {
		const deployment = this.#active();
		if (!option || !deployment) return [];
		if (stateOf(deployment.snapshot.deploymentConfig) !== "forbidden") return [];
		const { name } = deployment.saved;
		return [escapeMarkdown(t("Your account can't read the configuration of {0}.", name))];
	}

	get #reporting(): ReportingDeployment | undefined {
		const deployment = this.#active();
		const config = this.#shownConfig;
		if (!deployment || !config) return undefined;
		const { key, name } = deployment.saved;
		return {
			key,
			name,
			sourcesReported: config.options.some(({ valueSource }) => valueSource !== undefined),
		};
	}
}
