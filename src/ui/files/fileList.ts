import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { countDrift, driftOf } from "../../core/files/drift.ts";
import type { ListedFile } from "../../core/overview/files.ts";
import type { RequestedConfigs } from "./requestedConfigs.ts";
import { chosenFor } from "./chosenFor.ts";
import type { FoundFile } from "./foundFile.ts";
import { FoundFiles } from "./foundFiles.ts";
import { settingsOf } from "./documentSettings.ts";
import { settings } from "../app/settings.ts";
import { shownPath } from "./shownPath.ts";
import type { SignedIn } from "./signedIn.ts";

/** The files that configure deployments: those that are open, and those found in the workspace. */
export class FileList implements vscode.Disposable {
	readonly #signedIn: () => SignedIn | undefined;
	readonly #configs: RequestedConfigs;
	readonly #onDidChange: () => void;
	/** Files are watched only after a search found some. */
	#found: FoundFiles | undefined;

	/** @param onDidChange called when a found file changes on disk */
	constructor(
		signedIn: () => SignedIn | undefined,
		configs: RequestedConfigs,
		onDidChange: () => void,
	) {
		this.#signedIn = signedIn;
		this.#configs = configs;
		this.#onDidChange = onDidChange;
	}

	/** Replaces the files found in the workspace. */
	found(files: readonly FoundFile[]): void {
		this.#found ??= new FoundFiles(this.#onDidChange);
		this.#found.replace(files);
	}

	/** Call this when a document closes, because its file may have changed since it was found. */
	closed(document: vscode.TextDocument): void {
		this.#found?.update(fileOf(document));
	}

	/** Returns the files that configure a deployment and set at least one of its options, by path. */
	of(deployment: Deployment): readonly ListedFile[] {
		const signedIn = this.#signedIn();
		const config =
			settings.fileDriftShown() && signedIn ? this.#configs.shown(deployment) : undefined;
		if (!signedIn || !config) return [];
		const reference = {
			options: config.options,
			version: deployment.snapshot.buildInfo.value?.version,
		};
		return this.all
			.filter((file) => isAbout(file, deployment, signedIn))
			.flatMap((file): ListedFile[] => {
				const drift = driftOf(file.settings, reference).filter(({ option }) => option);
				const path = shownPath(file.uri);
				const counts = countDrift(drift);
				return drift.length === 0 ? [] : [{ uri: file.uri.toString(), path, counts }];
			})
			.toSorted((one, other) => (one.path < other.path ? -1 : 1));
	}

	/** All files. For open files, the content of their editors. */
	get all(): readonly FoundFile[] {
		const files = new Map(this.#found?.all);
		for (const document of vscode.workspace.textDocuments) {
			if (!isFile(document) || settingsOf(document).length === 0) continue;
			files.set(document.uri.toString(), fileOf(document));
		}
		return [...files.values()];
	}

	dispose(): void {
		this.#found?.dispose();
	}
}

/** Whether a document is a file, rather than output or one side of a diff. */
function isFile({ uri, isClosed }: vscode.TextDocument): boolean {
	return (
		!isClosed && (uri.scheme === "file" || vscode.workspace.getWorkspaceFolder(uri) !== undefined)
	);
}

function fileOf(document: vscode.TextDocument): FoundFile {
	const { uri, languageId } = document;
	return { uri, languageId, settings: settingsOf(document) };
}

function isAbout(file: FoundFile, deployment: Deployment, signedIn: SignedIn): boolean {
	return chosenFor(file, file.settings, signedIn)?.deployment.deployment === deployment;
}
