import type { History } from "../../core/history/history.ts";
import { changesOf, type ChangeSource } from "../../core/notifications/observedChange.ts";
import { SessionChanges } from "../../core/notifications/sessionChanges.ts";
import { settings } from "../app/settings.ts";

/** Returns the source of changes: the history or, if it is turned off, what this window observes. */
export function changeSource(history: History): ChangeSource {
	const session = new SessionChanges();
	return async (deployment) =>
		settings.historyEnabled()
			? changesOf(await history.log(deployment.saved.key))
			: session.of(deployment, Date.now());
}
