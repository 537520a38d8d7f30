import {
	healthParts,
	type HealthMessage,
	type HealthPartId,
	type HealthReport,
	type HealthSeverity,
} from "../coder/healthModel.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { shownValue } from "../deployments/shownValue.ts";

/** A part of a deployment's health, as shown to users. */
export interface HealthLine {
	readonly id: HealthPartId;
	/** The actual severity, which may be worse than the server's. */
	readonly severity: HealthSeverity;
	/** An administrator dismissed it. */
	readonly dismissed: boolean;
	readonly messages: readonly HealthMessage[];
	/** A fact that the report implies, but doesn't state. */
	readonly fact?: "strangerAnswered" | "allProxiesDown";
	/** It fails because of the access URL, which has its own line. */
	readonly follows: boolean;
}

const order: readonly HealthSeverity[] = ["error", "warning", "unknown", "ok"];

/** Returns the health report if it may be shown. */
export function shownReport({ health }: Snapshot): HealthReport | undefined {
	return shownValue(health);
}

/**
 * Returns the parts of the report, worst first, with dismissed ones last. Another site's page passes as a working
 * access URL; all proxies being down is only a warning; one wrong access URL fails three parts; and dismissed
 * provisioner daemons are only in the settings.
 */
export function healthLines(report: HealthReport, settings: readonly HealthPartId[] = []) {
	const access = report.parts.accessUrl?.severity;
	const isBroken = access === "error" || report.strangerAnswered;
	const lines = healthParts.flatMap((id): HealthLine[] => {
		const part = report.parts[id];
		if (!part) return [];
		const { messages } = part;
		const dismissed = part.dismissed || settings.includes(id);
		const follows = isBroken && part.severity === "error" && canFollow(id, messages);
		const line = { id, severity: part.severity, dismissed, messages, follows };
		if (id === "accessUrl" && report.strangerAnswered)
			return [{ ...line, severity: "error", fact: "strangerAnswered" }];
		const { proxies } = report;
		if (id === "workspaceProxy" && proxies.length > 0 && proxies.every(({ healthy }) => !healthy))
			return [{ ...line, severity: "error", fact: "allProxiesDown" }];
		return [line];
	});
	const rank = ({ dismissed, severity, follows }: HealthLine): number =>
		(dismissed ? 10 : 0) + order.indexOf(severity) + (follows ? 0.5 : 0);
	return lines.toSorted((a, b) => rank(a) - rank(b));
}

/** Returns whether a part may fail only because of the access URL. STUN servers don't depend on it, and have a code. */
function canFollow(id: HealthPartId, messages: readonly HealthMessage[]): boolean {
	if (id === "derp") return messages.every(({ code }) => code === undefined);
	return id === "websocket";
}

/** Returns parts with problems that aren't dismissed, with each cause once. */
export function healthTroubles(snapshot: Snapshot): readonly HealthLine[] {
	const report = shownReport(snapshot);
	if (!report) return [];
	return healthLines(report, snapshot.healthSettings.value).filter(
		({ severity, dismissed, follows }) =>
			!dismissed && !follows && (severity === "error" || severity === "warning"),
	);
}
