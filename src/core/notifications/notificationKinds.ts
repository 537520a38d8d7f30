import type { Findings } from "../findings/finding.ts";
import type { Deployment } from "../deployments/deployment.ts";
import type { UpdateMuting } from "./updateMuting.ts";
import { configurationChanged, experimentsChanged, type ChangeSource } from "./changes.ts";
import { healthWorse } from "./healthWorse.ts";
import { highFindings } from "./highFindings.ts";
import { licenseEndsSoon } from "./licenseEndsSoon.ts";
import type { NotificationKind } from "./notification.ts";
import { sessionEnded } from "./sessionEnded.ts";
import { failedWorkspaces, latency } from "./thresholds.ts";
import { tokenEndsSoon } from "./tokenEndsSoon.ts";
import { updateAvailable } from "./updateAvailable.ts";

/** Where the kinds look besides at the deployments' answers. */
export interface NotificationSources {
	readonly muting: UpdateMuting;
	readonly findings: (deployment: Deployment) => Promise<Findings>;
	readonly changes: ChangeSource;
}

/** Every kind of notification. */
export function notificationKinds({
	muting,
	findings,
	changes,
}: NotificationSources): readonly NotificationKind[] {
	return [
		sessionEnded,
		updateAvailable(muting),
		tokenEndsSoon,
		healthWorse,
		licenseEndsSoon,
		configurationChanged(changes),
		experimentsChanged(changes),
		highFindings(findings),
		failedWorkspaces,
		latency(),
	];
}
