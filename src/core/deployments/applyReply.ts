import type { Reply } from "../http/reply.ts";
import { t } from "../base/l10n.ts";
import type { EndpointId } from "../coder/model.ts";
import { pauseMs } from "../http/retry.ts";
import { freshForMs } from "./freshness.ts";
import { scrub } from "../coder/scrub.ts";
import type { Slot } from "./slot.ts";

const minuteMs = 60_000;

/**
 * Returns an endpoint's slot after a reply.
 *
 * @param now when the reply arrived, in ms since the epoch
 * @param random from 0 to 1, for jitter
 */
export function applyReply<T>(
	id: EndpointId,
	slot: Slot<T>,
	reply: Reply<T>,
	now: number,
	random: number,
): Slot<T> {
	const version = reply.headers?.version ?? slot.servedBy;
	const servedBy = version === undefined ? {} : { servedBy: version };
	if (reply.ok) {
		const { value, tookMs, notBefore } = reply.value;
		return {
			value,
			at: now,
			tookMs,
			triedAt: now,
			freshUntil: now + freshForMs(id, value, reply.headers?.date, random),
			...servedBy,
			failures: 0,
			loading: false,
			// Waits at most this long, because the server's clock may be wrong: it counts requests per minute.
			...(notBefore === undefined ? {} : { notBefore: Math.min(notBefore, now + minuteMs) }),
		};
	}
	const { failure } = reply;
	// A canceled request keeps its previous state and isn't repeated immediately.
	if (failure.kind === "cancelled") {
		const notBefore = Math.max(slot.notBefore ?? 0, now + minuteMs);
		return { ...slot, notBefore, loading: false };
	}
	const failures = slot.failures + 1;
	const notBefore = now + pauseMs(failure, failures, random);
	return { ...slot, failure, triedAt: now, ...servedBy, failures, notBefore, loading: false };
}

/** Returns the reply if a bug in this extension prevented one. */
export function brokenReply(error: unknown): Reply<never> {
	const failure = {
		kind: "rejected",
		message: t("The extension couldn't send the request: {0}", scrub(String(error))),
		advice: t("Reload the window. If the problem persists, report an issue."),
		action: "showLog",
		causes: [],
	} as const;
	return { ok: false, failure };
}
