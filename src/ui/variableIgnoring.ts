import * as vscode from "vscode";

/** Adds a name to the user's setting `coderDeployment.variables.ignored`: it gets no hints any more. */
export async function ignoreVariable(name: string): Promise<void> {
	const configuration = vscode.workspace.getConfiguration("coderDeployment");
	const written: unknown = configuration.inspect("variables.ignored")?.globalValue;
	const names: unknown[] = Array.isArray(written) ? written : [];
	if (names.includes(name)) return;
	await configuration.update(
		"variables.ignored",
		[...names, name],
		vscode.ConfigurationTarget.Global,
	);
}
