import type * as vscode from "vscode";
import { mayBeConfig } from "../../core/files/config/configMark.ts";
import { formOf } from "../../core/variables/forms.ts";
import { documentScheme } from "../app/names.ts";
import { settings } from "../app/settings.ts";
import { matchesGlob, type Located } from "./matchesGlob.ts";

/** To the server, JSON is YAML. */
export const jsonLanguages: readonly string[] = ["json", "jsonc"];

/** Whether a document's language allows for a configuration file of `coder server`. */
export function mayHoldConfig({ languageId, uri }: vscode.TextDocument): boolean {
	if ([documentScheme, "output"].includes(uri.scheme)) return false;
	return jsonLanguages.includes(languageId) || formOf(languageId, uri.path) === "yaml";
}

/** Whether the setting `coderDeployment.files.serverConfigurations` matches a document. */
export function isNamedConfig(document: Located): boolean {
	const globs = settings.serverConfigurations();
	return (
		Array.isArray(globs) &&
		globs.some((glob) => typeof glob === "string" && glob !== "" && matchesGlob(glob, document))
	);
}

/** Whether a document may be a configuration file. A cheap check, before anything is loaded for it. */
export function looksLikeConfig(document: vscode.TextDocument): boolean {
	return mayHoldConfig(document) && (isNamedConfig(document) || mayBeConfig(document.getText()));
}
