import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { ChosenDeployment } from "../../core/files/chooseDeployment.ts";
import { driftOf, type SettingDrift } from "../../core/files/drift.ts";
import type { FileSetting } from "../../core/files/setting.ts";
import type { DeploymentConfig } from "../../core/coder/model.ts";
import { PathsContext } from "./pathsContext.ts";
import { settings } from "../app/settings.ts";
import type { RequestedConfigs } from "./requestedConfigs.ts";
import { chosenFor } from "./chosenFor.ts";
import { settingsOf } from "./documentSettings.ts";
import type { SignedIn } from "./signedIn.ts";

/** The differences between a document and the deployment that it configures. */
export interface DocumentDrift {
	readonly deployment: Deployment;
	readonly name: string;
	readonly because: ChosenDeployment<unknown>["because"];
	/** Settings for which the deployment has an option, in the document's order; at least one. */
	readonly drift: readonly SettingDrift[];
}

interface Computed {
	readonly settings: readonly FileSetting[];
	readonly config: DeploymentConfig;
	/** The version of the server, which determines how values are parsed. */
	readonly version: string | undefined;
	readonly drift: readonly SettingDrift[];
}

/** Compares documents with deployments. Results are cached until the text or the configuration changes. */
export class FileDrift implements vscode.Disposable {
	readonly #signedIn: () => SignedIn | undefined;
	readonly #closing: vscode.Disposable;
	readonly #changed = new vscode.EventEmitter<void>();
	readonly #computed = new WeakMap<vscode.TextDocument, Computed>();
	readonly #comparable = new PathsContext("comparableFiles");
	readonly #settingFiles = new PathsContext("settingFiles");
	readonly #configs: RequestedConfigs;

	constructor(signedIn: () => SignedIn | undefined, configs: RequestedConfigs) {
		this.#signedIn = signedIn;
		this.#configs = configs;
		this.#closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
			this.#comparable.set(uri.fsPath, false);
			this.#settingFiles.set(uri.fsPath, false);
		});
	}

	/** Fires when another deployment may apply, or a deployment has new data. */
	get onDidChange(): vscode.Event<void> {
		return this.#changed.event;
	}

	/** Call this when another deployment becomes active, a deployment has new data, or a setting changes. */
	refresh(): void {
		this.#changed.fire();
	}

	/** Whether a document was compared. */
	has(document: vscode.TextDocument): boolean {
		return this.#computed.has(document);
	}

	/**
	 * Returns how a document differs; undefined if that is unknown or turned off, or if the document sets no server
	 * options.
	 */
	of(document: vscode.TextDocument): DocumentDrift | undefined {
		if (!settings.fileDriftShown()) return undefined;
		const found = settingsOf(document);
		const path = document.uri.fsPath;
		this.#settingFiles.set(path, found.length > 0);
		if (found.length === 0) {
			this.#comparable.set(path, false);
			return undefined;
		}
		const signedIn = this.#signedIn();
		const chosen = signedIn && chosenFor(document, found, signedIn);
		if (!chosen) return undefined;
		const { deployment, name } = chosen.deployment;
		const config = this.#configs.of(deployment);
		if (!config) return undefined;
		const version = deployment.snapshot.buildInfo.value?.version;
		const before = this.#computed.get(document);
		const isSame =
			before?.settings === found && before.config === config && before.version === version;
		const drift = isSame
			? before.drift
			: driftOf(found, { options: config.options, version }).filter(
					({ option }) => option !== undefined,
				);
		if (!isSame) this.#computed.set(document, { settings: found, config, version, drift });
		this.#comparable.set(path, drift.length > 0);
		return drift.length > 0 ? { deployment, name, because: chosen.because, drift } : undefined;
	}

	dispose(): void {
		this.#closing.dispose();
		this.#changed.dispose();
	}
}
