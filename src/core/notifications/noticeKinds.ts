import type { Findings } from "../findings/finding.ts";
import type { Deployment } from "../deployments/deployment.ts";
import type { UpdateMuting } from "./updateMuting.ts";
import { configurationChanged, experimentsChanged, type ChangeSource } from "./changes.ts";
import { healthWorse } from "./healthWorse.ts";
import { highFindings } from "./highFindings.ts";
import { licenseEndsSoon } from "./licenseEndsSoon.ts";
import type { NoticeKind } from "./notice.ts";
import { sessionEnded } from "./sessionEnded.ts";
import { failedWorkspaces, latency } from "./thresholds.ts";
import { tokenEndsSoon } from "./tokenEndsSoon.ts";
import { updateAvailable } from "./updateAvailable.ts";

/** Where the kinds look besides at the deployments' answers. */
export interface NoticeSources {
	readonly muting: UpdateMuting;
	readonly findings: (deployment: Deployment) => Promise<Findings>;
	readonly changes: ChangeSource;
}

/** Every kind of notice. */
export function noticeKinds({ muting, findings, changes }: NoticeSources): readonly NoticeKind[] {
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
