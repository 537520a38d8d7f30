const leaking = /^(CODER_|VSCODE_|ELECTRON_|NODE_OPTIONS$)/;

/**
 * The environment of a host: this process's, without what would change how VS Code or the extension
 * behaves (a terminal inside VS Code or a Coder workspace sets many such variables), plus `extra`.
 */
export function hostEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(([name]) => !leaking.test(name));
	return { ...Object.fromEntries(kept), ...extra };
}
