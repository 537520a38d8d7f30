import * as vscode from "vscode";
import type { Disposable, Event } from "../../core/base/event.ts";
import { userSetting } from "./userSettings.ts";

const section = "coderDeployment";

/** Like VS Code itself, assumes that the value has the declared type. */
function read<T>(name: string, fallback: T): T {
	return (userSetting(`${section}.${name}`) ?? fallback) as T;
}

/** The extension's settings, read on each access, so that a change applies immediately. */
export const settings = {
	statusBarEnabled: () => read("statusBar.enabled", true),
	updateNotification: () => read("updateNotification", true),
	historyEnabled: () => read("history.enabled", true),
	statisticsKept: () => read("statistics.keep", true),
	/** The value in the settings, of any type; parsed by `core/findings/muting.ts`. */
	mutedFindings: () => read<unknown>("mutedFindings", {}),
	variablesEnabled: () => read("variables.enabled", true),
	fileDriftShown: () => read("files.drift", true),
	/** The value in the settings, of any type; parsed by `core/files/chooseDeployment.ts`. */
	fileDeployments: () => read<unknown>("files.deployments", {}),
	/** The value in the settings, of any type; parsed by `ui/files/configSelector.ts`. */
	serverConfigurations: () => read<unknown>("files.serverConfigurations", []),
	/** The value in the settings, of any type; parsed by `ui/files/chosenRelease.ts`. */
	fileRelease: () => read<unknown>("files.release", ""),
	/** The value in the settings, of any type; parsed by `core/variables/ignored.ts`. */
	ignoredVariables: () => read<unknown>("variables.ignored", []),
};

/** Calls `listener` when the setting `coderDeployment.<name>` changes. */
export function onDidChangeSetting(name: string, listener: () => void): Disposable {
	return vscode.workspace.onDidChangeConfiguration((event) => {
		if (event.affectsConfiguration(`${section}.${name}`)) listener();
	});
}

/** Returns the event of {@link onDidChangeSetting}. */
export function changesOfSetting(name: string): Event<void> {
	return (listener) =>
		onDidChangeSetting(name, () => {
			listener();
		});
}
