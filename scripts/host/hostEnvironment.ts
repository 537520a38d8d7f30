/** All but this project's own; see paths.ts. */
const leaking = /^(CODER_(?!DEPLOYMENT_CACHE$)|VSCODE_|ELECTRON_|NODE_OPTIONS$)/;

/**
 * Returns the environment of a host: this process's, plus `extra`, without variables that would change the behavior of
 * VS Code or the extension. A terminal inside VS Code or a Coder workspace sets many of them.
 */
export function hostEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(([name]) => !leaking.test(name));
	return { ...Object.fromEntries(kept), ...extra };
}
