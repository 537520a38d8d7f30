import * as vscode from "vscode";
import { RequestedConfigs } from "./requestedConfigs.ts";
import { ConfigDiagnostics } from "./configDiagnostics.ts";
import { ConfigReferences } from "./configReferences.ts";
import { registerConfigFeatures } from "./configFeatures.ts";
import { mayBeConfig } from "../../core/files/config/configMark.ts";
import type { FoundCount } from "../app/front.ts";
import { changedText } from "../app/changedText.ts";
import { looksLikeConfig } from "./configSelector.ts";
import { registerDriftFeatures } from "./driftFeatures.ts";
import { registerDriftFixes } from "./driftFixes.ts";
import { FileDrift } from "./fileDrift.ts";
import { FileList } from "./fileList.ts";
import { Pause } from "./pause.ts";
import type { SignedIn } from "./signedIn.ts";

/** The features that are loaded with the first document that contains a Coder setting. */
export class FileFeatures implements vscode.Disposable {
	/** The files that configure deployments. */
	readonly list: FileList;
	readonly #drift: FileDrift;
	readonly #problems: ConfigDiagnostics;
	readonly #changing: Pause;
	readonly #registered: vscode.Disposable;

	/**
	 * @param selector documents to compare with deployments
	 * @param onDidChangeList called after a pause in editing when other documents are open, or their settings may have
	 * changed
	 */
	constructor(
		signedIn: () => SignedIn | undefined,
		selector: vscode.DocumentSelector,
		onDidChangeList: () => void,
	) {
		const configs = new RequestedConfigs();
		this.#changing = new Pause(onDidChangeList);
		this.list = new FileList(signedIn, configs, () => {
			this.#changing.start();
		});
		const references = new ConfigReferences(signedIn, configs);
		this.#drift = new FileDrift(signedIn, configs);
		this.#problems = new ConfigDiagnostics(references);
		this.#registered = vscode.Disposable.from(
			this.list,
			this.#drift,
			this.#problems,
			registerDriftFeatures(this.#drift, selector),
			registerDriftFixes(this.#drift, selector),
			registerConfigFeatures(references, selector, this.#drift.onDidChange),
			vscode.workspace.onDidOpenTextDocument((document) => {
				this.#look(document);
				if (vscode.languages.match(selector, document) > 0) this.#changing.start();
			}),
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				const isOne = this.#problems.has(document);
				if (isOne || contentChanges.some((change) => mayBeConfig(changedText(document, change)))) {
					this.#problems.checkSoon(document);
				}
				if (isOne || this.#drift.has(document)) this.#changing.start();
			}),
			vscode.workspace.onDidCloseTextDocument((document) => {
				this.#problems.forget(document);
				this.list.closed(document);
				if (vscode.languages.match(selector, document) > 0) this.#changing.start();
			}),
			this.#changing,
		);
		this.#lookAtAll();
		this.#changing.start();
	}

	/** Searches the workspace for files, which replace those found before. */
	async find(signal: AbortSignal): Promise<FoundCount> {
		const { findFiles } = await import("./findFiles.ts");
		const { files, cut } = await findFiles(signal);
		this.list.found(files);
		this.#changing.start();
		return { count: files.length, cut };
	}

	/** Call this when another deployment becomes active, a deployment has new data, or a setting changes. */
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
