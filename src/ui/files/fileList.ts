import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { countDrift, driftOf } from "../../core/files/drift.ts";
import type { FileSetting } from "../../core/files/setting.ts";
import type { ListedFile } from "../../core/overview/files.ts";
import type { AskedConfigs } from "./askedConfigs.ts";
import { chosenFor } from "./chosenFor.ts";
import type { Located } from "./matchesGlob.ts";
import { settingsOf } from "./documentSettings.ts";
import { settings } from "../app/settings.ts";
import type { SignedIn } from "./signedIn.ts";

/** A file that sets something of Coder, with what it sets. */
export interface FoundFile extends Located {
	readonly settings: readonly FileSetting[];
}

/** The files that configure deployments: those that are open, and those that were found in the workspace. */
export class FileList {
	readonly #signedIn: () => SignedIn | undefined;
	readonly #configs: AskedConfigs;
	/** By URI. */
	readonly #found = new Map<string, FoundFile>();

	constructor(signedIn: () => SignedIn | undefined, configs: AskedConfigs) {
		this.#signedIn = signedIn;
		this.#configs = configs;
	}

	/** Takes down what was found in the workspace, in the place of what was found before. */
	found(files: readonly FoundFile[]): void {
		this.#found.clear();
		for (const file of files) this.#found.set(file.uri.toString(), file);
	}

	/** To be called when a document closes: its file may be another one than when it was found. */
	closed(document: vscode.TextDocument): void {
		const key = document.uri.toString();
		if (!this.#found.has(key)) return;
		this.#found.set(key, fileOf(document));
	}

	/** The files that are about a deployment and set options of it, by path. */
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
				const path = vscode.workspace.asRelativePath(file.uri);
				const counts = countDrift(drift);
				return drift.length === 0 ? [] : [{ uri: file.uri.toString(), path, counts }];
			})
			.toSorted((one, other) => (one.path < other.path ? -1 : 1));
	}

	/** All files; what is open is as it is in its editor. */
	get all(): readonly FoundFile[] {
		const files = new Map(this.#found);
		for (const document of vscode.workspace.textDocuments) {
			if (!isFile(document) || settingsOf(document).length === 0) continue;
			files.set(document.uri.toString(), fileOf(document));
		}
		return [...files.values()];
	}
}

/** Whether a document is a file, rather than output, or one side of a difference. */
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
