/** What a configuration can be written as. */
export const exportFormats = ["yaml", "env", "systemd", "helm", "json", "markdown"] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** Whether a value that was received is a format. */
export function isExportFormat(value: unknown): value is ExportFormat {
	return exportFormats.some((format) => format === value);
}

/** Which options are written, and by which names. */
export interface ExportChoices {
	/**
	 * `changed`: only those that were set or whose value is not the default. `compared`: those of one side of a comparison
	 * that are so on either side; they are given, and all of them are written.
	 */
	readonly options: "all" | "changed" | "compared";
	/** What happens to deprecated options: written as they are, or their successors in their place. */
	readonly deprecated: "keep" | "replace";
}

/** Where a configuration comes from; stands at the head of what is written. */
export interface ExportFacts {
	/** What people call the deployment. */
	readonly name: string;
	readonly url: string;
	/** The server's version. */
	readonly version?: string;
	/** When the configuration was read, in ms since the epoch. A document that is to be compared leaves it out. */
	readonly at?: number;
}
