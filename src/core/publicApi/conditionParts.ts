import type { Health, License } from "../../api.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import type { HealthPartId, HealthReport } from "../coder/healthModel.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { healthLines } from "../health/health.ts";
import { readLicense } from "../license/license.ts";

/** Converts the health report, part by part. */
export function toHealth(
	report: HealthReport,
	settings: readonly HealthPartId[] | undefined,
): Health {
	return omitUndefined({
		checkedAt: report.time,
		parts: healthLines(report, settings).map(({ id, severity, dismissed, messages }) => ({
			id,
			severity,
			dismissed,
			messages: messages.map((message) => ({ ...message })),
		})),
	});
}

/** Converts the license. Its text, IDs, and account aren't stored to begin with. */
export function toLicense(snapshot: Snapshot, now: number): License {
	const license = readLicense(snapshot, now);
	if (!license) return { state: "none", trial: false, features: [] };
	const { kind, trial, termEndsAt, endsAt, entitlements } = license;
	return omitUndefined({
		state: kind,
		trial,
		termEndsAt,
		endsAt,
		features: entitlements.features.map(({ name, entitlement, enabled, limit, actual }) =>
			omitUndefined({ name, entitlement, enabled, limit, used: actual }),
		),
	});
}
