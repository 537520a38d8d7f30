import type { Finding } from "../../core/findings/finding.ts";
import { configView, type ConfigView } from "../../core/configuration/configView.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { ApiFailure } from "../../core/http/failure.ts";
import { t } from "../../core/base/l10n.ts";
import type { DeploymentConfig } from "../../core/coder/model.ts";
import { failureCommand } from "../../core/overview/failureCommand.ts";
import type { OutlineCommand } from "../../core/overview/node.ts";
import { stateOf } from "../../core/deployments/slot.ts";
import { surfaces } from "../../core/deployments/surfaces.ts";
import { nameOfUrl } from "../../core/base/url.ts";
import type { PanelContent, PanelDeployment } from "../../protocol/configuration.ts";
import type { PageProblem } from "../../protocol/page.ts";

/** The endpoints whose data a panel shows. */
export const panelEndpoints = surfaces.configurationPanel.ids;

/** Creates a panel's content from a deployment. Caches the view of a configuration as long as it doesn't change. */
export class ContentMaker {
	readonly #linkable: boolean;
	#config: DeploymentConfig | undefined;
	#findings: readonly Finding[] = [];
	#view: ConfigView | undefined;
	#revision = 0;

	/** @param linkable whether the page offers links to options */
	constructor(linkable: boolean) {
		this.#linkable = linkable;
	}

	/**
	 * @param deployment undefined if the user isn't signed in
	 * @param findings the deployment's findings
	 * @param most the maximum number of options, for a page that is still empty; by default, all of them
	 */
	make(
		deployment: Deployment | undefined,
		findings: readonly Finding[] = [],
		most = Number.POSITIVE_INFINITY,
	): PanelContent {
		const base = { linkable: this.#linkable, revision: this.#revision };
		if (!deployment) return { ...base, loading: false, problem: signedOut() };
		const slot = deployment.snapshot.deploymentConfig;
		const state = stateOf(slot);
		const readable = state === "ready" || state === "stale";
		const config = readable ? slot.value : undefined;
		const partial = config !== undefined && !this.#view && config.options.length > most;
		const view =
			config && (partial ? configView(config, findings, most) : this.#draw(config, findings));
		return {
			...base,
			deployment: describe(deployment),
			// Opening the panel requests data that hasn't been requested yet.
			loading: slot.loading || state === "notRequested",
			...(slot.failure &&
				state !== "notRequested" && {
					problem: explain(slot.failure, deployment),
				}),
			...(view && { view }),
			...(partial && { partial }),
			revision: this.#revision,
			...(view && slot.at !== undefined && { at: slot.at }),
		};
	}

	/**
	 * Returns the same view if a configuration hasn't changed since it was last read, so that the page keeps its rows.
	 */
	#draw(config: DeploymentConfig, findings: readonly Finding[]): ConfigView {
		const before = this.#findings;
		const same =
			findings.length === before.length && findings.every((one, index) => one === before[index]);
		if (this.#view && this.#config === config && same) return this.#view;
		this.#config = config;
		this.#findings = findings;
		const view = configView(config, findings);
		if (this.#view && JSON.stringify(view) === JSON.stringify(this.#view)) return this.#view;
		this.#revision++;
		return (this.#view = view);
	}
}

function describe({ saved, snapshot }: Deployment): PanelDeployment {
	const { key, name, url } = saved;
	const version = snapshot.buildInfo.value?.version;
	return { key, name, url, host: nameOfUrl(url), ...(version !== undefined && { version }) };
}

function signedOut(): PageProblem {
	return {
		message: t("You aren't signed in to this deployment."),
		advice: t("Sign in to see its configuration."),
		action: t("Sign In"),
	};
}

function explain(failure: ApiFailure, deployment: Deployment): PageProblem {
	const { message, advice } = failure;
	return { message, advice, action: panelCommand(failure, deployment).title };
}

/** Returns the command of the button next to a panel's problem. */
export function panelCommand(failure: ApiFailure, { saved }: Deployment): OutlineCommand {
	return failureCommand(failure, saved.key, panelEndpoints);
}
