import { t } from "../base/l10n.ts";

/**
 * The importance of a finding. `high`: it could cause harm, and Coder advises against it. `warning`: it weakens the
 * deployment or will stop working. `info`: worth knowing, fine for many.
 */
export type Severity = "high" | "warning" | "info";

/** Most important first. */
export const severities = ["high", "warning", "info"] as const satisfies readonly Severity[];

/** Returns the label of a severity. */
export function severityLabel(severity: Severity): string {
	switch (severity) {
		case "high":
			return t("High");
		case "warning":
			return t("Warning");
		case "info":
			return t("Info");
	}
}

/** Counts findings by severity: `2 high, 5 warnings`; empty without findings. */
export function countSeverities(findings: readonly { readonly severity: Severity }[]): string {
	return severities
		.map((severity) =>
			countOne(severity, findings.filter((one) => one.severity === severity).length),
		)
		.filter((text) => text !== undefined)
		.join(", ");
}

function countOne(severity: Severity, count: number): string | undefined {
	if (count === 0) return undefined;
	switch (severity) {
		case "high":
			return t("{0} high", count);
		case "warning":
			return count === 1 ? t("1 warning") : t("{0} warnings", count);
		case "info":
			return t("{0} info", count);
	}
}
