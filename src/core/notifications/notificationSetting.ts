/** The value of a kind's setting: a notification, or a notification above a number. `undefined` if it is turned off. */
export type Wanted = true | number | undefined;

/** The setting that controls a kind of notification. */
export interface NotificationSetting {
	/** The name without `coderDeployment.`. A test compares it and its default with package.json. */
	readonly name: string;
	/** The default in package.json. */
	readonly default: boolean | null;
	/** Parses the value, which the user may have set to anything. */
	read(written: unknown): Wanted;
}

/** Returns a Boolean setting. Values other than Booleans turn it off. */
export function switchSetting(name: string, on: boolean): NotificationSetting {
	return { name, default: on, read: (written) => ((written ?? on) === true ? true : undefined) };
}

/** Returns a setting for a threshold above which to notify. Values other than numbers turn it off. */
export function thresholdSetting(name: string): NotificationSetting {
	return {
		name,
		default: null,
		read: (written) =>
			typeof written === "number" && Number.isFinite(written) && written >= 0 ? written : undefined,
	};
}
