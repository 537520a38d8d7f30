// An extension that does nothing, as a measure for others. It imports VS Code's API, as every extension does.
import "vscode";

export function activate() {
	return undefined;
}
