import * as vscode from "vscode";
import { httpValue, userValue } from "../../core/base/userValue.ts";

// The only file that reads VS Code's configuration; a test enforces it.

/** What the user wrote for a setting, by its full name; `undefined` where nothing is written. */
export function userSetting(name: string): unknown {
	return userValue(vscode.workspace.getConfiguration().inspect(name));
}

/**
 * The value of one of VS Code's `http.*` settings.
 *
 * @param local whether this extension runs beside the user interface
 */
export function httpSetting(name: string, local: boolean): unknown {
	return httpValue(vscode.workspace.getConfiguration().inspect(name), local);
}

/** Globs of files that VS Code leaves out of the explorer and of searches, by the user and by the workspace. */
export function excludedFiles(): readonly string[] {
	const configuration = vscode.workspace.getConfiguration();
	return ["files.exclude", "search.exclude"].flatMap((name) =>
		Object.entries(configuration.get<Readonly<Record<string, unknown>>>(name) ?? {}).flatMap(
			([glob, isExcluded]) => (isExcluded === true ? [glob] : []),
		),
	);
}

/**
 * Writes a setting into the user settings.
 *
 * @param value `undefined` takes it out of them
 */
export async function writeUserSetting(name: string, value: unknown): Promise<void> {
	await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}
