import type { Deployment } from "../../core/deployments/deployment.ts";

/** The deployments that somebody is signed in to. */
export interface SignedIn {
	readonly list: readonly Deployment[];
	readonly active: Deployment | undefined;
}
