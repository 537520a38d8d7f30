import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { stateOf } from "../../core/deployments/slot.ts";
import type { ChosenDeployment } from "../../core/files/chooseDeployment.ts";
import { driftOf, type SettingDrift } from "../../core/files/drift.ts";
import type { FileSetting } from "../../core/files/setting.ts";
import type { DeploymentConfig } from "../../core/coder/model.ts";
import { setContext } from "../app/contextKeys.ts";
import { settings } from "../app/settings.ts";
import { chosenFor } from "./chosenFor.ts";
import { settingsOf } from "./documentSettings.ts";
import type { SignedIn } from "./signedIn.ts";

/** How a document differs from the deployment that it is about. */
export interface DocumentDrift {
	readonly deployment: Deployment;
	readonly name: string;
	readonly because: ChosenDeployment<unknown>["because"];
	/** Settings of options of the deployment, in the document's order; at least one. */
	readonly drift: readonly SettingDrift[];
}

interface Computed {
	readonly settings: readonly FileSetting[];
	readonly config: DeploymentConfig;
	readonly result: DocumentDrift;
}

/** Compares documents with deployments, each text and configuration once. */
export class FileDrift implements vscode.Disposable {
	readonly #signedIn: () => SignedIn | undefined;
	readonly #changed = new vscode.EventEmitter<void>();
	readonly #computed = new WeakMap<vscode.TextDocument, Computed>();
	/** Paths of documents that set options of a deployment. */
	readonly #comparable = new Set<string>();
	/** Deployments that were asked for their configuration because of a file. */
	readonly #asked = new WeakSet<Deployment>();

	constructor(signedIn: () => SignedIn | undefined) {
		this.#signedIn = signedIn;
	}

	/** Fires when another deployment may be meant, or more is known of one. */
	get onDidChange(): vscode.Event<void> {
		return this.#changed.event;
	}

	/** To be called when another deployment is active, or more is known of one, or a setting changed. */
	refresh(): void {
		this.#changed.fire();
	}

	/** How a document differs; nothing while that isn't known, is turned off, or where it sets nothing of the server's. */
	of(document: vscode.TextDocument): DocumentDrift | undefined {
		if (!settings.fileDriftShown()) return undefined;
		const found = settingsOf(document);
		if (found.length === 0) return undefined;
		const signedIn = this.#signedIn();
		const chosen = signedIn && chosenFor(document, found, signedIn);
		if (!chosen) return undefined;
		const { deployment, name } = chosen.deployment;
		const config = this.#config(deployment);
		if (!config) return undefined;
		const before = this.#computed.get(document);
		if (before?.settings === found && before.config === config && before.result.name === name) {
			return before.result.drift.length > 0 ? before.result : undefined;
		}
		const version = deployment.snapshot.buildInfo.value?.version;
		const drift = driftOf(found, { options: config.options, version }).filter(
			({ option }) => option !== undefined,
		);
		const result = { deployment, name, because: chosen.because, drift };
		this.#computed.set(document, { settings: found, config, result });
		this.#offerComparing(document.uri.fsPath, drift.length > 0);
		return drift.length > 0 ? result : undefined;
	}

	/** Has the commands about a file offered in its editor. */
	#offerComparing(path: string, comparable: boolean): void {
		if (this.#comparable.has(path) === comparable) return;
		if (comparable) this.#comparable.add(path);
		else this.#comparable.delete(path);
		setContext("comparableFiles", [...this.#comparable]);
	}

	dispose(): void {
		this.#changed.dispose();
	}

	/** The configuration, if it may be shown. One that was never asked for is, once. */
	#config(deployment: Deployment): DeploymentConfig | undefined {
		const slot = deployment.snapshot.deploymentConfig;
		const state = stateOf(slot);
		if (state === "ready" || state === "stale") return slot.value;
		if (slot.value === undefined && !slot.failure && !this.#asked.has(deployment)) {
			this.#asked.add(deployment);
			void deployment.renew(["deploymentConfig", "buildInfo"]);
		}
		return undefined;
	}
}
