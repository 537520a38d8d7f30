import * as vscode from "vscode";
import { AskedConfigs } from "./askedConfigs.ts";
import { ConfigDiagnostics } from "./configDiagnostics.ts";
import { ConfigReferences } from "./configReferences.ts";
import { registerConfigFeatures } from "./configFeatures.ts";
import { mayBeConfig } from "../../core/files/config/configMark.ts";
import { changedText } from "../app/changedText.ts";
import { looksLikeConfig } from "./configSelector.ts";
import { registerDriftFeatures } from "./driftFeatures.ts";
import { registerDriftFixes } from "./driftFixes.ts";
import { FileDrift } from "./fileDrift.ts";
import type { SignedIn } from "./signedIn.ts";

/** What is loaded with the first document that sets something of a deployment. */
export class FileFeatures implements vscode.Disposable {
	readonly #drift: FileDrift;
	readonly #problems: ConfigDiagnostics;
	readonly #registered: vscode.Disposable;

	/** @param selector where files are compared with deployments */
	constructor(signedIn: () => SignedIn | undefined, selector: vscode.DocumentSelector) {
		const configs = new AskedConfigs();
		const references = new ConfigReferences(signedIn, configs);
		this.#drift = new FileDrift(signedIn, configs);
		this.#problems = new ConfigDiagnostics(references);
		this.#registered = vscode.Disposable.from(
			this.#drift,
			this.#problems,
			registerDriftFeatures(this.#drift, selector),
			registerDriftFixes(this.#drift, selector),
			registerConfigFeatures(references, selector, this.#drift.onDidChange),
			vscode.workspace.onDidOpenTextDocument((document) => {
				this.#look(document);
			}),
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				const isOne = this.#problems.knows(document);
				if (isOne || contentChanges.some((change) => mayBeConfig(changedText(document, change)))) {
					this.#problems.checkSoon(document);
				}
			}),
			vscode.workspace.onDidCloseTextDocument((document) => {
				this.#problems.forget(document);
			}),
		);
		this.#lookAtAll();
	}

	/** To be called when another deployment is active, or more is known of one, or a setting changed. */
	refresh(): void {
		this.#drift.refresh();
		this.#lookAtAll();
	}

	#look(document: vscode.TextDocument): void {
		if (looksLikeConfig(document)) this.#problems.check(document);
	}

	#lookAtAll(): void {
		for (const document of vscode.workspace.textDocuments) this.#look(document);
	}

	dispose(): void {
		this.#registered.dispose();
	}
}
