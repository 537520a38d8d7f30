import * as vscode from "vscode";
import type { Disposable, Event } from "../../core/base/event.ts";
import { userSetting } from "./userSettings.ts";

const section = "coderDeployment";

/** As VS Code itself does, takes for granted that what is written has the declared type. */
function read<T>(name: string, fallback: T): T {
	return (userSetting(`${section}.${name}`) ?? fallback) as T;
}

/** The extension's settings, read when asked: a change is in force at once. */
export const settings = {
	statusBarEnabled: () => read("statusBar.enabled", true),
	updateNotification: () => read("updateNotification", true),
	historyEnabled: () => read("history.enabled", true),
	statisticsKept: () => read("statistics.keep", true),
	/** As it stands in the settings, in any shape; `core/findings/muting.ts` reads it. */
	mutedFindings: () => read<unknown>("mutedFindings", {}),
	variablesEnabled: () => read("variables.enabled", true),
	fileDriftShown: () => read("files.drift", true),
	/** As it stands in the settings, in any shape; `core/files/chooseDeployment.ts` reads it. */
	fileDeployments: () => read<unknown>("files.deployments", {}),
	/** As it stands in the settings, in any shape; `ui/files/configSelector.ts` reads it. */
	serverConfigurations: () => read<unknown>("files.serverConfigurations", []),
	/** As it stands in the settings, in any shape; `ui/files/chosenRelease.ts` reads it. */
	fileRelease: () => read<unknown>("files.release", ""),
	/** As it stands in the settings, in any shape; `core/variables/ignored.ts` reads it. */
	ignoredVariables: () => read<unknown>("variables.ignored", []),
};

/** Calls `listener` whenever the setting `coderDeployment.<name>` changes. */
export function onDidChangeSetting(name: string, listener: () => void): Disposable {
	return vscode.workspace.onDidChangeConfiguration((event) => {
		if (event.affectsConfiguration(`${section}.${name}`)) listener();
	});
}

/** The event of {@link onDidChangeSetting}. */
export function changesOfSetting(name: string): Event<void> {
	return (listener) =>
		onDidChangeSetting(name, () => {
			listener();
		});
}
