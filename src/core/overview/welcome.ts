import type { ListedDeployment } from "../deployments/deployment.ts";

/** Why the view shows a welcome text instead of rows. package.json has a text for each value. */
export type WelcomeCause = "neverSignedIn" | "signedOut";

/**
 * Returns the cause for a welcome text; undefined if there are rows. A deployment in the list has a row whatever is
 * wrong with it: the row shows the problem and offers what helps.
 *
 * @param seenUrls addresses with a previous sign-in
 */
export function welcomeCause(
	deployments: readonly ListedDeployment[],
	seenUrls: readonly string[],
): WelcomeCause | undefined {
	if (deployments.length > 0) return undefined;
	return seenUrls.length > 0 ? "signedOut" : "neverSignedIn";
}
