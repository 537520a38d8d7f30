/** A setting as `WorkspaceConfiguration.inspect` returns it: one value for each scope. */
export interface InspectedSetting {
	/** The default in `package.json`, or the value of an organization's policy. */
	readonly defaultValue?: unknown;
	/** User settings of this machine and, in a remote window, those of the remote machine, which take precedence. */
	readonly globalValue?: unknown;
	/** User settings of this machine only. VS Code provides it, though it isn't part of its API. */
	readonly globalLocalValue?: unknown;
	/** Settings of the remote machine. VS Code provides it, though it isn't part of its API. */
	readonly globalRemoteValue?: unknown;
}

/**
 * Returns the user's value of a setting. Workspace and folder values never apply: otherwise, any repository could run
 * commands or redirect requests. Values of a remote machine don't apply either: `devcontainer.json` can write them, and
 * VS Code doesn't check the scope of settings that no installed extension declares.
 *
 * @returns `undefined` if the user set nothing
 */
export function userValue(inspected: InspectedSetting | undefined): unknown {
	if (!inspected) return undefined;
	const { globalValue, globalLocalValue, globalRemoteValue } = inspected;
	// The local value lacks settings that another profile applies to all profiles, so it is the second choice.
	return globalRemoteValue === undefined ? globalValue : globalLocalValue;
}

/**
 * Returns one of VS Code's own `http.*` settings for the machine that sends the requests. A remote machine has its own
 * settings, as it does for VS Code.
 *
 * @param local whether the extension runs on the same machine as the user interface
 */
export function httpValue(inspected: InspectedSetting | undefined, local: boolean): unknown {
	const written = local ? userValue(inspected) : inspected?.globalValue;
	return written ?? inspected?.defaultValue;
}
