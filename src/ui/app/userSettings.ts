import * as vscode from "vscode";
import { httpValue, userValue } from "../../core/base/userValue.ts";

// The only file that reads VS Code's configuration; a test enforces it.

/** Returns the user's value of a setting, by its full name; undefined if there is none. */
export function userSetting(name: string): unknown {
	return userValue(vscode.workspace.getConfiguration().inspect(name));
}

/**
 * Returns the value of one of VS Code's `http.*` settings.
 *
 * @param local whether this extension runs on the same machine as the user interface
 */
export function httpSetting(name: string, local: boolean): unknown {
	return httpValue(vscode.workspace.getConfiguration().inspect(name), local);
}

/** Returns the globs of files that the user or the workspace excludes from the explorer and from searches. */
export function excludedFiles(): readonly string[] {
	const configuration = vscode.workspace.getConfiguration();
	return ["files.exclude", "search.exclude"].flatMap((name) =>
		Object.entries(configuration.get<Readonly<Record<string, unknown>>>(name) ?? {}).flatMap(
			([glob, isExcluded]) => (isExcluded === true ? [glob] : []),
		),
	);
}

/**
 * Writes a setting to the user settings.
 *
 * @param value `undefined` removes it
 */
export async function writeUserSetting(name: string, value: unknown): Promise<void> {
	await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}
