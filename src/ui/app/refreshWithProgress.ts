import type { Deployment } from "../../core/deployments/deployment.ts";
import { withViewProgress } from "../messages/progress.ts";
import { overviewId } from "./names.ts";

/** Refreshes a deployment with the view's progress bar. */
export async function refreshWithProgress(
	deployment: Deployment,
	...args: Parameters<Deployment["refresh"]>
): Promise<void> {
	await withViewProgress(overviewId, () => deployment.refresh(...args));
}
