/** The options of a workbench window. */
export interface WindowOptions {
	/** Folders of extensions to load without installing them. */
	readonly extensionDevelopmentPaths?: readonly string[];
	/** A script whose `run` function the extension host calls at startup. */
	readonly extensionTestsPath?: string;
	/** The folder to open. If missing, the window is empty. */
	readonly folder?: string;
}

/** Returns the address that opens such a window on the server at `serverUrl`. */
export function workbenchUrl(serverUrl: string, options: WindowOptions): string {
	const remote = (file: string): string => `vscode-remote://${new URL(serverUrl).host}${file}`;
	const payload: [string, string][] = [
		["skipWelcome", "true"],
		["skipReleaseNotes", "true"],
	];
	for (const folder of options.extensionDevelopmentPaths ?? []) {
		payload.push(["extensionDevelopmentPath", remote(folder)]);
	}
	if (options.extensionTestsPath !== undefined) {
		payload.push(["extensionTestsPath", remote(options.extensionTestsPath)]);
	}
	const url = new URL(serverUrl);
	if (options.folder === undefined) {
		url.searchParams.set("ew", "true");
	} else {
		url.searchParams.set("folder", options.folder);
	}
	url.searchParams.set("payload", JSON.stringify(payload));
	return url.href;
}
