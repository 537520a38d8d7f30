import { formatAge } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { isOutdated } from "./infrastructureGroup.ts";
import type { OutlineNode } from "./node.ts";

/** A daemon, from either response. */
export interface Daemon {
	readonly id: string;
	readonly name: string;
	readonly version?: string;
	readonly status?: string;
	readonly lastSeenAt?: number;
	readonly organization?: string;
}

/**
 * Returns the row of a daemon.
 *
 * @param own the server's version, which the daemon's should match
 * @param now in ms since the epoch
 */
export function daemonRow(
	parent: string,
	daemon: Daemon,
	own: string | undefined,
	now: number,
): OutlineNode {
	const { id, name, version, status, lastSeenAt, organization } = daemon;
	const offline = status === "offline";
	// The server lists daemons from before an upgrade for days.
	const outdated = !offline && isOutdated(version, own);
	const words = [
		...(status === undefined ? [] : [statusWords(status)]),
		...(outdated && version ? [version] : []),
		...(organization === undefined ? [] : [organization]),
	].join(" · ");
	return {
		id: `${parent}/${id}`,
		label: name,
		description: words,
		icon: outdated ? "warning" : offline ? "circle-slash" : "pass",
		tone: outdated ? "warning" : offline ? "muted" : "good",
		tooltip: [
			...(outdated ? [t("Its version doesn't match the server's: {0}.", own ?? "")] : []),
			...(lastSeenAt === undefined ? [] : [t("Last seen {0}.", formatAge(lastSeenAt, now))]),
			...(organization === undefined ? [] : [t("Organization: {0}", organization)]),
		],
		copy: [name, words].filter(Boolean).join(": "),
	};
}

function statusWords(status: string): string {
	switch (status) {
		case "idle":
			return t("Idle");
		case "busy":
			return t("Busy");
		case "offline":
			return t("Offline");
		default:
			return status;
	}
}
