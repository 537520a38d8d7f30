import { t } from "../base/l10n.ts";
import { endedSession } from "../overview/outline.ts";
import { stateOf } from "../deployments/slot.ts";
import type { NoticeKind } from "./notice.ts";

/** The end of a session, which nobody may miss. */
export const sessionEnded: NoticeKind = {
	id: "sessionEnded",
	reads: [],
	atOnce: true,
	overAfterMs: 0,
	find: ({ deployment: { snapshot } }) => {
		const ended = endedSession(snapshot);
		if (ended) return [{ subject: "ended", words: ended.message }];
		return stateOf(snapshot.user) === "ready" ? [] : undefined;
	},
	sentence: (name, [{ words }]) =>
		t("{0} What you see of {1} is what was known before.", words, name),
};
