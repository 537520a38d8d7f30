import { t } from "../base/l10n.ts";
import { endedSession } from "../deployments/condition.ts";
import { endpointIds, endpoints } from "../coder/endpoints.ts";
import { stateOf, type Snapshot } from "../deployments/slot.ts";
import { commandIds } from "../commands/commandIds.ts";
import type { NotificationKind } from "./notification.ts";

/** Whether anything is shown that requires the session. */
function isAnythingShown(snapshot: Snapshot): boolean {
	return endpointIds.some(
		(id) => endpoints[id].auth && ["ready", "stale"].includes(stateOf(snapshot[id])),
	);
}

/** Notifies of the end of a session, which no user should miss. */
export const sessionEnded: NotificationKind = {
	id: "sessionEnded",
	reads: [],
	atOnce: true,
	overAfterMs: 0,
	find: ({ deployment: { snapshot } }) => {
		const ended = endedSession(snapshot);
		if (ended) return [{ subject: "ended", words: ended.message }];
		return stateOf(snapshot.user) === "ready" ? [] : undefined;
	},
	sentence: (name, [{ words }], { deployment: { snapshot } }) => {
		if (isAnythingShown(snapshot))
			return t("{0} Showing the last known data for {1}.", words, name);
		// There may be several deployments.
		return words.includes(name) ? words : t("{0}: {1}", name, words);
	},
	severity: "warning",
	buttons: () => [{ title: t("Sign In Again"), action: { command: commandIds.signInAgain } }],
};
