import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import { plainPatterns } from "../../core/variables/forms.ts";
import { excludedFiles } from "../app/userSettings.ts";
import type { FoundFile } from "./foundFile.ts";
import { matchesGlob } from "./matchesGlob.ts";
import { readSettings } from "./readSettings.ts";

/** The maximum number of files to read, and of files to keep. */
const mostCandidates = 5_000;
const mostFound = 200;

/** The maximum number of files to read at the same time. */
const atOnce = 8;

/** The result of a search in the workspace. */
export interface Finding {
	readonly files: readonly FoundFile[];
	/** Whether the workspace has more files than were read. */
	readonly cut: boolean;
}

/**
 * Finds files with Coder settings in the workspace folders. Skips files that the user excludes from the explorer or
 * from searches, and files that can't be read or are too large.
 *
 * @param signal ends the search; what was found by then is kept
 */
export async function findFiles(signal: AbortSignal): Promise<Finding> {
	const cancellation = new vscode.CancellationTokenSource();
	signal.addEventListener("abort", () => {
		cancellation.cancel();
	});
	const excluded = excludedFiles();
	// File search doesn't support nested alternatives.
	const exclude = excluded.filter((glob) => !/[{},]/.test(glob));
	const uris = await searched(
		vscode.workspace.findFiles(
			`{${[...plainPatterns, "**/*.json"].join(",")}}`,
			exclude.length > 0 ? `{${exclude.join(",")}}` : undefined,
			mostCandidates,
			cancellation.token,
		),
		signal,
	);
	cancellation.dispose();
	const isExcluded = (uri: vscode.Uri): boolean =>
		excluded.some((glob) => matchesGlob(glob, { uri, languageId: "" }));
	const files: FoundFile[] = [];
	const queue = uris.values();
	const work = async (): Promise<void> => {
		for (const uri of queue) {
			if (signal.aborted || files.length >= mostFound) return;
			if (isExcluded(uri)) continue;
			const settings = (await readSettings(uri))?.settings ?? [];
			if (settings.length > 0) files.push({ uri, languageId: "", settings });
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return {
		files: files.slice(0, mostFound),
		cut: uris.length >= mostCandidates || files.length >= mostFound,
	};
}

/** Waits for a search, which fails if the program that VS Code searches with can't run. */
async function searched(
	search: Thenable<vscode.Uri[]>,
	signal: AbortSignal,
): Promise<readonly vscode.Uri[]> {
	try {
		return await search;
	} catch (error) {
		if (signal.aborted) return [];
		throw new Error(t("VS Code couldn't search this workspace. Open the files to compare them."), {
			cause: error,
		});
	}
}
