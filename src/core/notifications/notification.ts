import type { Deployment } from "../deployments/deployment.ts";
import type { EndpointId } from "../coder/model.ts";
import type { CommandId } from "../commands/commandIds.ts";
import type { NotificationSetting } from "./notificationSetting.ts";

/** Where a button leads: to a section of the tree, by its name, or to what a command about the deployment opens. */
export type NotificationTarget =
	{ readonly section: string } | { readonly command: CommandId; readonly argument?: string };

/** What a button does. */
export type NotificationAction =
	| NotificationTarget
	| { readonly url: string }
	/** Turns the kind's setting off. */
	| { readonly turnOff: NotificationSetting }
	/** Asks for how much no notification of updates is wanted, or tells of a version again later. */
	| { readonly muteUpdate: string }
	| { readonly putOffUpdate: string };

/** A button of a notification. */
export interface NotificationButton {
	readonly title: string;
	readonly action: NotificationAction;
}

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
	/** Whether the settings ask for another kind, too, by its id. */
	readonly isWanted: (kind: string) => boolean;
}

/** A kind of notification: what it looks for, and how it says so. */
export interface NotificationKind {
	/** Names the kind in what is stored; never shown, never changed. */
	readonly id: string;
	/** Missing where everyone is told. */
	readonly setting?: NotificationSetting;
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
	/** Missing for those that only inform. */
	readonly severity?: "warning";
	/** The buttons, the most useful first; missing where they are "Show" and "Don't Show Again". */
	buttons?(found: Occurrence, looking: CheckContext): readonly NotificationButton[];
}

/** Something that has to be said now, by this window. */
export interface Notification {
	/** The kind's id. */
	readonly kind: string;
	/** 0 for what matters most. */
	readonly rank: number;
	readonly deployment: Deployment;
	readonly message: string;
	readonly severity: "information" | "warning";
	readonly buttons: readonly NotificationButton[];
}
