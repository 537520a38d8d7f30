// An extension that does nothing, as a baseline for others. Like every extension, it imports VS Code's API.
import "vscode";

export function activate() {
	return undefined;
}
