import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import type { CompareSource, CompareSources } from "../../core/comparison/source.ts";
import { inOrder } from "../../core/files/fileOrder.ts";
import type { FileSetting } from "../../core/files/setting.ts";
import { isRow } from "../app/row.ts";
import { chosenFor } from "./chosenFor.ts";
import { settingsOf } from "./documentSettings.ts";
import type { SignedIn } from "./signedIn.ts";

/**
 * Returns the sides of a comparison of files: all of them combined, and the deployment that they configure.
 *
 * @param target the file passed to the command; by default, the active editor's
 * @param selected all files that are selected together with it
 * @throws Error with a sentence for users if there is nothing to compare with
 */
export async function fileSources(
	target: unknown,
	selected: unknown,
	signedIn: SignedIn,
): Promise<CompareSources | undefined> {
	const uris = urisOf(target, selected);
	if (uris.length === 0) return undefined;
	const documents = await Promise.all(uris.map((uri) => vscode.workspace.openTextDocument(uri)));
	const found = documents.map((document) => settingsOf(document));
	const chosen = documents
		.map((document, index) => chosenFor(document, found[index] ?? [], signedIn))
		.toSorted((a, b) => rank(a?.because) - rank(b?.because))[0];
	if (!chosen) throw new Error(t("You aren't signed in to a Coder deployment."));
	const { key } = chosen.deployment.deployment.saved;
	return { left: sourceOf(uris, found), right: { kind: "deployment", deployment: key } };
}

/** Ranks why a deployment was chosen. What a file itself says about it takes precedence over which one is active. */
function rank(because: string | undefined): number {
	return ["accessUrl", "setting", "active"].indexOf(because ?? "active");
}

/** Returns the side for files. A single file without variables may be a configuration of `coder server`. */
function sourceOf(
	uris: readonly vscode.Uri[],
	found: readonly (readonly FileSetting[])[],
): CompareSource {
	const [first] = uris;
	const isOther = first && uris.length === 1 && found.every((settings) => settings.length === 0);
	return isOther
		? { kind: "file", uri: first.toString() }
		: { kind: "files", uris: uris.map(String) };
}

function urisOf(target: unknown, selected: unknown): readonly vscode.Uri[] {
	const several = Array.isArray(selected)
		? selected.filter((one): one is vscode.Uri => one instanceof vscode.Uri)
		: [];
	if (several.length > 1) return inOrder(several, ({ path }) => path);
	if (target instanceof vscode.Uri) return [target];
	if (isRow(target) && target.node.file !== undefined) {
		return [vscode.Uri.parse(target.node.file, true)];
	}
	const open = vscode.window.activeTextEditor?.document.uri;
	return open ? [open] : [];
}
