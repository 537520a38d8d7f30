import { t } from "../base/l10n.ts";

/**
 * How much a finding matters. `high`: what it allows would hurt, and Coder itself advises against it. `warning`: it
 * weakens the deployment or will break. `info`: worth knowing, right for many.
 */
export type Severity = "high" | "warning" | "info";

/** From what matters most to what matters least. */
export const severities = ["high", "warning", "info"] as const satisfies readonly Severity[];

/** A severity in one word. */
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

/** How many findings there are of each severity that occurs: `2 high, 5 warnings`; empty without findings. */
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
