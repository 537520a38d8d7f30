import { shortVersion } from "../coder/updateState.ts";
import { accountName } from "../deployments/accountName.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { deploymentProblem } from "../deployments/deploymentProblem.ts";

/** Returns a deployment's item in a Quick Pick. Its problem comes first, as in its row of the overview. */
export function deploymentItem({ saved, snapshot }: Deployment): {
	readonly icon: string;
	readonly label: string;
	readonly description: string;
} {
	const problem = deploymentProblem(snapshot);
	const version = snapshot.buildInfo.value?.version;
	return {
		icon: problem?.icon ?? "server",
		label: saved.name,
		description: [problem?.words, version && shortVersion(version), accountName(saved.account)]
			.filter(Boolean)
			.join(" · "),
	};
}
