/** What a kind's setting asks for: to be told, or to be told above a number. `undefined` stands for "not at all". */
export type Wanted = true | number | undefined;

/** The setting by which people choose a kind of notification. */
export interface NotificationSetting {
	/** Its name, without `coderDeployment.`. A test compares it and its default with package.json. */
	readonly name: string;
	/** The value while nobody wrote one, as package.json says. */
	readonly default: boolean | null;
	/** Reads what people wrote, which may be anything. */
	read(written: unknown): Wanted;
}

/** A setting that is on or off. What isn't a boolean counts as off. */
export function switchSetting(name: string, on: boolean): NotificationSetting {
	return { name, default: on, read: (written) => ((written ?? on) === true ? true : undefined) };
}

/** A setting that is a number, above which people are told. What isn't one counts as off. */
export function thresholdSetting(name: string): NotificationSetting {
	return {
		name,
		default: null,
		read: (written) =>
			typeof written === "number" && Number.isFinite(written) && written >= 0 ? written : undefined,
	};
}
