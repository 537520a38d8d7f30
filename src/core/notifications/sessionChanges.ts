import type { Deployment } from "../deployments/deployment.ts";
import { answersMix } from "../deployments/server.ts";
import type { HistoryChange } from "../history/changeEvent.ts";
import { changesBetween } from "../history/eventBetween.ts";
import { isSettling, observe } from "../history/observe.ts";
import type { DeploymentState } from "../history/state.ts";
import type { ObservedChange } from "./observedChange.ts";

/** The maximum number of changes to keep. Older ones aren't news. */
const mostSeen = 50;

type Changes = readonly HistoryChange[];

interface Session {
	state: DeploymentState;
	/** Newest first. Each change occurs once, and never together with its reversal. */
	seen: readonly ObservedChange[];
}

/**
 * Detects changes while this window is open, for deployments without a history: compares with the previous responses.
 */
export class SessionChanges {
	readonly #sessions = new WeakMap<Deployment, Session>();

	/** Returns the changes since the first call; undefined while responses are pending. `now` in ms since the epoch. */
	of(deployment: Deployment, now: number): readonly ObservedChange[] | undefined {
		const { snapshot, server } = deployment;
		if (isSettling(snapshot) || answersMix(server, now)) return undefined;
		const { state } = observe(snapshot, server);
		const session = this.#sessions.get(deployment);
		if (!session) {
			this.#sessions.set(deployment, { state, seen: [] });
			return [];
		}
		const there = changesBetween(session.state, state);
		if (there.length > 0) {
			const back = changesBetween(state, session.state);
			for (const kind of ["experiment", "option"] as const)
				remember(session, only(there, kind), only(back, kind), now);
		}
		session.state = { ...session.state, ...state };
		return session.seen;
	}
}

function only(changes: Changes, wanted: HistoryChange["kind"]): Changes {
	return changes.filter(({ kind }) => kind === wanted);
}

function remember(session: Session, changes: Changes, back: Changes, at: number): void {
	if (changes.length === 0) return;
	const gone = [changes, back].map((one) => JSON.stringify(one));
	const rest = session.seen.filter((one) => !gone.includes(JSON.stringify(one.changes)));
	session.seen = [{ before: "", at, changes, back }, ...rest].slice(0, mostSeen);
}
