/** The export formats of a configuration. */
export const exportFormats = ["yaml", "env", "systemd", "helm", "json", "markdown"] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** Returns whether a received value is an export format. */
export function isExportFormat(value: unknown): value is ExportFormat {
	return exportFormats.some((format) => format === value);
}

/** The selection of options to export, and of the names to use. */
export interface ExportChoices {
	/**
	 * `changed`: only options that are set or differ from their default. `compared`: those of one side of a comparison
	 * that are changed on either side; the caller passes them, and all are exported.
	 */
	readonly options: "all" | "changed" | "compared";
	/** Whether deprecated options are exported as they are or replaced with their current names. */
	readonly deprecated: "keep" | "replace";
}

/** The source of a configuration, shown at the top of an export. */
export interface ExportFacts {
	/** The deployment's name. */
	readonly name: string;
	readonly url: string;
	/** The server's version. */
	readonly version?: string;
	/** When the configuration was read, in ms since the epoch. Omitted in documents that are compared. */
	readonly at?: number;
}
