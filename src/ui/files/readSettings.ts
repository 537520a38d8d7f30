import * as vscode from "vscode";
import { isConfigText } from "../../core/files/config/configFile.ts";
import { mayBeConfig } from "../../core/files/config/configMark.ts";
import { readConfigText } from "../../core/files/config/configText.ts";
import { configSettings } from "../../core/files/config/configSettings.ts";
import { fileSettings } from "../../core/files/fileSettings.ts";
import type { FileSetting } from "../../core/files/setting.ts";
import { mayHoldSettings } from "../../core/variables/mayHoldSettings.ts";
import { formOf } from "../../core/variables/forms.ts";
import { longestText } from "../../core/variables/scan.ts";
import { isNamedConfig } from "./configSelector.ts";

/** The settings in a file, and its text. */
interface ReadFile {
	readonly settings: readonly FileSetting[];
	readonly text: string;
}

/** Reads the settings in a file on disk without opening it; undefined if it is too large or can't be read. */
export async function readSettings(uri: vscode.Uri): Promise<ReadFile | undefined> {
	try {
		const { size } = await vscode.workspace.fs.stat(uri);
		if (size > longestText) return undefined;
		const bytes = await vscode.workspace.fs.readFile(uri);
		// Skips a byte order mark.
		const text = new TextDecoder().decode(bytes);
		return { text, settings: settingsOfText(uri, text) };
	} catch {
		// The file was deleted in the meantime, or isn't readable.
		return undefined;
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
	return form && mayHoldSettings(text) ? fileSettings(text, form) : [];
}
