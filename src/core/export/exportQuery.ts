import { isExportFormat, type ExportChoices, type ExportFormat } from "./choices.ts";

/** Everything that determines an export. */
export interface ExportQuery extends ExportChoices {
	/** The deployment's key. */
	readonly deployment: string;
	readonly format: ExportFormat;
}

/** Returns the query of an export's URI, which {@link readExportQuery} parses. */
export function exportQuery({ deployment, format, options, deprecated }: ExportQuery): string {
	return JSON.stringify({ deployment, format, options, deprecated });
}

/** Parses the query of a URI, which may be anything. Returns `undefined` if it isn't an export's. */
export function readExportQuery(query: string): ExportQuery | undefined {
	let read: Partial<Record<keyof ExportQuery, unknown>> | null;
	try {
		read = JSON.parse(query) as typeof read;
	} catch {
		return undefined;
	}
	const { deployment, format, options, deprecated } = read ?? {};
	if (typeof deployment !== "string" || !isExportFormat(format)) return undefined;
	return {
		deployment,
		format,
		options: options === "all" ? "all" : "changed",
		deprecated: deprecated === "replace" ? "replace" : "keep",
	};
}
