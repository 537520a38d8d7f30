import { changesOf, type ChangeSource } from "../../core/notifications/changes.ts";
import type { SessionChanges } from "../../core/notifications/sessionChanges.ts";
import type { HistoryFeature } from "../history/history.ts";
import { settings } from "../app/settings.ts";

/** What changed: what the history tells, or, where none is kept, what this window sees. */
export function changeSource(history: HistoryFeature): ChangeSource {
	let session: SessionChanges | undefined;
	return async (deployment) => {
		if (settings.historyEnabled()) {
			return changesOf(await (await history.open()).log(deployment.known.key));
		}
		const { SessionChanges } = await import("../app/work.ts");
		return (session ??= new SessionChanges()).of(deployment, Date.now());
	};
}
