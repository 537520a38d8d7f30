import type * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { EndpointId } from "../../core/coder/model.ts";
import type { Watchers } from "../../core/deployments/watchers.ts";

/**
 * Keeps what a panel shows fresh while it's visible.
 *
 * @param ids the endpoints that it shows
 * @param deployment returns the deployment that it currently shows
 */
export function watchPanel(
	panel: vscode.WebviewPanel,
	watchers: Watchers,
	ids: readonly EndpointId[],
	deployment: () => Deployment | undefined,
): void {
	const watcher = watchers.add(() => {
		const shown = panel.visible ? deployment() : undefined;
		return shown ? [{ deployment: shown, ids }] : [];
	}, panel.onDidChangeViewState);
	panel.onDidDispose(() => watcher.dispose());
}
