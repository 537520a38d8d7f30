import type { Deployment } from "../deployments/deployment.ts";
import type { EndpointId } from "../coder/model.ts";
import type { CommandId } from "../commands/commandIds.ts";
import type { NotificationSetting } from "./notificationSetting.ts";

/** The target of a button: a section of the tree, or a command about the deployment. */
export type NotificationTarget =
	{ readonly section: string } | { readonly command: CommandId; readonly argument?: string };

/** The action of a button. */
export type NotificationAction =
	| NotificationTarget
	| { readonly url: string }
	/** Turns off the kind's setting. */
	| { readonly turnOff: NotificationSetting }
	/** Asks which update notifications to mute, or postpones the one for a version. */
	| { readonly muteUpdate: string }
	| { readonly putOffUpdate: string };

/** A button of a notification. */
export interface NotificationButton {
	readonly title: string;
	readonly action: NotificationAction;
}

/** A state or event worth a notification, without secrets. */
export interface Occurrence {
	/** Identifies the occurrence, in the same way in every window; not shown. Each subject is reported once. */
	readonly subject: string;
	/** The text to insert into the sentence. Never contains the deployment's name, which can change. */
	readonly words: string;
	/** Returns the whole sentence, if it takes more than {@link words}; `name` is the deployment's. */
	readonly sentence?: (name: string) => string;
	/** Where to see it, if not at the kind's own place. */
	readonly place?: NotificationTarget;
	/** The subject that no longer applies because of this one. */
	readonly undoes?: string;
	/** The user muted it, so it is considered reported. */
	readonly quiet?: boolean;
}

/** The data that a check of a deployment is based on. */
export interface CheckContext {
	readonly deployment: Deployment;
	/** In ms since the epoch. */
	readonly now: number;
	/** What the kind's setting requests; `true` for kinds without one. */
	readonly wanted: true | number;
	/** Whether the settings also request the kind with this ID. */
	readonly isWanted: (kind: string) => boolean;
}

/** A kind of notification: what it detects, and how it is phrased. */
export interface NotificationKind {
	/** Identifies the kind in stored data. Never shown, never changed. */
	readonly id: string;
	/** Missing for kinds that can't be turned off. */
	readonly setting?: NotificationSetting;
	/** The endpoints to request for it. Empty if what the editor already shows is enough. */
	readonly reads: readonly EndpointId[];
	/** Whether to also report states that existed before the first check. By default, only new ones are reported. */
	readonly atOnce?: boolean;
	/**
	 * After this long without being found, in ms, a subject is over, and is reported again if it returns. Missing for
	 * events, which are never over.
	 */
	readonly overAfterMs?: number;
	/** Returns all current occurrences, whether or not they were reported; undefined as long as they are unknown. */
	find(
		looking: CheckContext,
	): readonly Occurrence[] | undefined | Promise<readonly Occurrence[] | undefined>;
	/** Returns the sentence about new occurrences; `name` is the deployment's. */
	sentence(
		name: string,
		found: readonly [Occurrence, ...Occurrence[]],
		looking: CheckContext,
	): string;
	/** The target of "Show". */
	readonly place?: NotificationTarget;
	/** Missing for information. */
	readonly severity?: "warning";
	/** Returns the buttons, most useful first. By default, "Show" and "Don't Show Again". */
	buttons?(found: Occurrence, looking: CheckContext): readonly NotificationButton[];
}

/** A notification for this window to show now. */
export interface Notification {
	/** The kind's ID. */
	readonly kind: string;
	/** 0 is the most important. */
	readonly rank: number;
	readonly deployment: Deployment;
	/** Returns the text. Call it when the text is shown: the deployment may have been renamed since the check. */
	readonly message: () => string;
	readonly severity: "information" | "warning";
	readonly buttons: readonly NotificationButton[];
}
