import type { Deployment } from "../deployments/deployment.ts";
import type { EndpointId } from "../coder/model.ts";

/** Every kind of notification. All but the first two are settings, too: `coderDeployment.notifications.<id>`. */
export type NotificationId = "updateAvailable" | "sessionEnded" | OptionalNotificationId;

/** The kinds that are off until somebody chooses them. */
export type OptionalNotificationId = (typeof optionalNotifications)[number];

export const optionalNotifications = [
	"configurationChanged",
	"experimentsChanged",
	"highFindings",
	"failedWorkspaces",
	"latency",
	"tokenEndsSoon",
	"healthWorse",
	"licenseEndsSoon",
] as const;

/** What a kind's setting asks for: to be told, or to be told above a number. `undefined` stands for "not at all". */
export type Wanted = true | number | undefined;

/** Where "Show" leads: to a section of the tree, by its name, or to what a command about the deployment opens. */
export type NotificationTarget =
	{ readonly section: string } | { readonly command: string; readonly argument?: string };

/** Something that is the case and worth a notification. Plain data without secrets. */
export interface Occurrence {
	/** What exactly, the same in every window; not shown. Of each subject a notification is given once. */
	readonly subject: string;
	/** What the sentence names. */
	readonly words: string;
	/** Where to look at it, if there is a better place than the kind's own. */
	readonly place?: NotificationTarget;
	/** The subject that is not the case any more because this one is. */
	readonly undoes?: string;
	/** The user does not want to hear of it: it counts as told. */
	readonly quiet?: boolean;
}

/** What a look at a deployment goes by. */
export interface CheckContext {
	readonly deployment: Deployment;
	/** ms since the epoch */
	readonly now: number;
	/** What the kind's setting asks for; `true` for kinds without one. */
	readonly wanted: true | number;
	/** Whether the settings ask for another kind, too. */
	readonly isWanted: (kind: NotificationId) => boolean;
}

/** A kind of notification: what it looks for, and how it says so. */
export interface NotificationKind {
	readonly id: NotificationId;
	/** What has to be asked for it. Nothing, where what is on screen is enough. */
	readonly reads: readonly EndpointId[];
	/** Told even if it was so before somebody could be told. Of the others, only what becomes so is news. */
	readonly atOnce?: boolean;
	/**
	 * After this long in ms without being found, a subject is over, and told again when it comes back; missing where
	 * what happened once stays so.
	 */
	readonly overAfterMs?: number;
	/** All that is the case now, told or not; nothing while that cannot be known. */
	find(
		looking: CheckContext,
	): readonly Occurrence[] | undefined | Promise<readonly Occurrence[] | undefined>;
	/** The sentence about what is new; `name` is the deployment's. */
	sentence(
		name: string,
		found: readonly [Occurrence, ...Occurrence[]],
		looking: CheckContext,
	): string;
	/** Where "Show" leads. */
	readonly place?: NotificationTarget;
}

/** Something that has to be said now, by this window. */
export interface Notification {
	readonly kind: NotificationId;
	readonly deployment: Deployment;
	readonly message: string;
	readonly place?: NotificationTarget;
}

/** The kinds whose setting is a number. */
const thresholds: readonly OptionalNotificationId[] = ["failedWorkspaces", "latency"];

/** Reads a setting of {@link optionalNotifications}, in which people may have written anything. */
export function readWanted(id: OptionalNotificationId, setting: unknown): Wanted {
	if (!thresholds.includes(id)) return setting === true ? true : undefined;
	return typeof setting === "number" && Number.isFinite(setting) && setting >= 0
		? setting
		: undefined;
}
