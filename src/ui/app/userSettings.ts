import * as vscode from "vscode";
import { httpValue, userValue } from "../../core/base/userValue.ts";

// The only file that reads VS Code's configuration: a test looks for others.

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

/**
 * Writes a setting into the user settings.
 *
 * @param value `undefined` takes it out of them
 */
export async function writeUserSetting(name: string, value: unknown): Promise<void> {
	await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}
