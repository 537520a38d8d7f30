import type { Findings } from "../findings/finding.ts";
import type { Deployment } from "../deployments/deployment.ts";
import type { UpdateMuting } from "./updateMuting.ts";
import { configurationChanged, experimentsChanged } from "./changeKinds.ts";
import type { ChangeSource } from "./observedChange.ts";
import { healthWorse } from "./healthWorse.ts";
import { highFindings } from "./highFindings.ts";
import { licenseEndsSoon } from "./licenseEndsSoon.ts";
import type { NotificationKind } from "./notification.ts";
import { serverUpgraded } from "./serverUpgraded.ts";
import type { ServerVersions } from "./serverVersions.ts";
import { sessionEnded } from "./sessionEnded.ts";
import { failedWorkspaces, latency } from "./thresholds.ts";
import { tokenEndsSoon } from "./tokenEndsSoon.ts";
import { updateAvailable } from "./updateAvailable.ts";

/** The data that the kinds read, apart from the deployments' responses. */
export interface NotificationSources {
	readonly muting: UpdateMuting;
	readonly versions: ServerVersions;
	readonly findings: (deployment: Deployment) => Promise<Findings>;
	readonly changes: ChangeSource;
}

/** Returns all kinds of notifications, most important first. If several are due, the first one is named. */
export function notificationKinds({
	muting,
	versions,
	findings,
	changes,
}: NotificationSources): readonly NotificationKind[] {
	return [
		sessionEnded,
		serverUpgraded(versions, changes),
		healthWorse,
		tokenEndsSoon,
		licenseEndsSoon,
		configurationChanged(changes),
		experimentsChanged(changes),
		highFindings(findings),
		failedWorkspaces,
		latency(),
		updateAvailable(muting),
	];
}
