import type { NeedFacts } from "../../core/overview/needs.ts";
import type { Services } from "../app/services.ts";
import { settings } from "../app/settings.ts";

/** What the badge and the overview count by, as of now. */
export function needFacts({ findings, muting }: Pick<Services, "findings" | "muting">): NeedFacts {
	return {
		now: Date.now(),
		findings: findings.of,
		isMuted: (key, version) => !settings.updateNotification() || muting.isMuted(key, version),
	};
}
