import type { Deployment } from "../../core/deployments/deployment.ts";

/** The deployments that the user is signed in to. */
export interface SignedIn {
	readonly list: readonly Deployment[];
	readonly active: Deployment | undefined;
}
