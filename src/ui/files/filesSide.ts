import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import type { FilePlace, Side } from "../../core/comparison/side.ts";
import { fileSide } from "../../core/files/fileSide.ts";
import type { FileSetting } from "../../core/files/setting.ts";
import { KnownVariables } from "../../core/variables/known.ts";
import { longestText } from "../../core/variables/scan.ts";
import { fileName, opened, refuseLargeFile } from "../app/fileSize.ts";
import { settingsOf } from "./documentSettings.ts";
import { shownPath } from "./shownPath.ts";

/**
 * Reads files that set options of a deployment as one side of a comparison, including unsaved edits.
 *
 * @param reference the other side, which determines the available options
 * @throws Error with a sentence for users if a file can't be read, or none sets an option
 */
export async function filesSide(
	uris: readonly string[],
	reference: Side | undefined,
): Promise<Side> {
	const { options = [], version } = reference ?? {};
	const documents = await Promise.all(uris.map((uri) => openFile(vscode.Uri.parse(uri, true))));
	const settings: FileSetting[] = [];
	const uriOf = new Map<FileSetting, string>();
	for (const document of documents) {
		for (const setting of settingsOf(document)) {
			settings.push(setting);
			uriOf.set(setting, document.uri.toString());
		}
	}
	const names = documents.map(({ uri }) => shownPath(uri));
	if (settings.length === 0)
		throw new Error(t("{0} doesn't set any Coder options.", names.join(", ")));
	const side = fileSide(settings, { options, version }, new KnownVariables(undefined));
	return {
		name: documents.map(({ uri }) => fileName(uri)).join(" + "),
		detail: names.join(", "),
		options: side.options,
		notes: side.notes,
		places: new Map(
			[...side.settings].map(([id, setting]): [string, FilePlace] => [
				id,
				{ uri: uriOf.get(setting) ?? "", ...setting.nameSpan },
			]),
		),
	};
}

/**
 * Opens a file as a document without showing it.
 *
 * @throws Error with a sentence for users if it's too large or can't be read
 */
export async function openFile(uri: vscode.Uri): Promise<vscode.TextDocument> {
	const isOpen = vscode.workspace.textDocuments.some(
		(one) => one.uri.toString() === uri.toString(),
	);
	if (!isOpen) await refuseLargeFile(uri, longestText);
	return opened(fileName(uri), vscode.workspace.openTextDocument(uri));
}
