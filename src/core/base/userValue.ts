/** What VS Code tells of a setting (`WorkspaceConfiguration.inspect`), by the places in which it can be written. */
export interface InspectedSetting {
	/** The default of `package.json`, or what a policy of the organization says. */
	readonly defaultValue?: unknown;
	/** The user settings of this machine and, in a remote window, those of the remote machine over them. */
	readonly globalValue?: unknown;
	/** The user settings of this machine alone. VS Code tells it, though its API does not mention it. */
	readonly globalLocalValue?: unknown;
	/** The settings of the remote machine. VS Code tells it, though its API does not mention it. */
	readonly globalRemoteValue?: unknown;
}

/**
 * What the user wrote for a setting. Values of a workspace or folder never apply: anyone who writes a repository could
 * run commands or redirect requests with them. Values of a remote machine don't either: `devcontainer.json` writes
 * them, and for settings that no installed extension declares VS Code does not look at their scope.
 *
 * @returns `undefined` where nothing is written
 */
export function userValue(inspected: InspectedSetting | undefined): unknown {
	if (!inspected) return undefined;
	const { globalValue, globalLocalValue, globalRemoteValue } = inspected;
	// The local value lacks what another profile says for the whole application, so it is second choice.
	return globalRemoteValue === undefined ? globalValue : globalLocalValue;
}

/**
 * The value of one of VS Code's own `http.*` settings, for the machine that requests leave from: the remote machine
 * has settings of its own, as it has for VS Code itself.
 *
 * @param local whether the extension runs beside the user interface
 */
export function httpValue(inspected: InspectedSetting | undefined, local: boolean): unknown {
	const written = local ? userValue(inspected) : inspected?.globalValue;
	return written ?? inspected?.defaultValue;
}
