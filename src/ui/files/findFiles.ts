import * as vscode from "vscode";
import { isConfigText } from "../../core/files/config/configFile.ts";
import { mayBeConfig } from "../../core/files/config/configMark.ts";
import { readConfigText } from "../../core/files/config/configText.ts";
import { configSettings } from "../../core/files/config/configSettings.ts";
import { fileSettings } from "../../core/files/fileSettings.ts";
import type { FileSetting } from "../../core/files/setting.ts";
import { filePatterns, formOf } from "../../core/variables/forms.ts";
import { longestText, mark } from "../../core/variables/scan.ts";
import { excludedFiles } from "../app/userSettings.ts";
import { isNamedConfig } from "./configSelector.ts";
import type { FoundFile } from "./fileList.ts";

/** So many files are looked into, and so many kept. */
const mostCandidates = 5_000;
const mostFound = 200;

/** So many are read at once. */
const atOnce = 8;

/** What was found in the workspace. */
export interface Finding {
	readonly files: readonly FoundFile[];
	/** The workspace has more files than are looked into. */
	readonly cut: boolean;
}

/**
 * Looks for files that set something of Coder in the workspace's folders, without those that the user excludes from
 * the explorer or from searches. What can't be read, or is too large, is passed over.
 *
 * @param signal ends it; what was found by then is kept
 */
export async function findFiles(signal: AbortSignal): Promise<Finding> {
	const cancellation = new vscode.CancellationTokenSource();
	signal.addEventListener("abort", () => {
		cancellation.cancel();
	});
	const exclude = excludedFiles();
	const uris = await vscode.workspace.findFiles(
		`{${[...filePatterns, "**/*.json"].join(",")}}`,
		exclude.length > 0 ? `{${exclude.join(",")}}` : undefined,
		mostCandidates,
		cancellation.token,
	);
	cancellation.dispose();
	const files: FoundFile[] = [];
	const queue = uris.values();
	const work = async (): Promise<void> => {
		for (const uri of queue) {
			if (signal.aborted || files.length >= mostFound) return;
			const settings = await settingsIn(uri);
			if (settings.length > 0) files.push({ uri, languageId: "", settings });
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return {
		files: files.slice(0, mostFound),
		cut: uris.length >= mostCandidates || files.length >= mostFound,
	};
}

async function settingsIn(uri: vscode.Uri): Promise<readonly FileSetting[]> {
	try {
		const { size } = await vscode.workspace.fs.stat(uri);
		if (size > longestText) return [];
		const bytes = await vscode.workspace.fs.readFile(uri);
		return settingsOfText(uri, new TextDecoder().decode(bytes));
	} catch {
		// Gone in the meantime, or not to be read.
		return [];
	}
}

function settingsOfText(uri: vscode.Uri, text: string): readonly FileSetting[] {
	const form = formOf("", uri.path);
	const isYaml = form === "yaml" || uri.path.endsWith(".json");
	const named = isYaml && isNamedConfig({ uri, languageId: "" });
	if (isYaml && (named || mayBeConfig(text))) {
		const config = readConfigText(text);
		if (named || isConfigText(config)) return configSettings(config);
	}
	return form && text.includes(mark) ? fileSettings(text, form) : [];
}
