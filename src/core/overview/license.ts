import { formatCount, formatDate, formatMoment, formatPercent } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { LicensedFeature } from "../coder/licenseModel.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { featureName } from "../license/featureNames.ts";
import {
	exceededFeatures,
	readLicense,
	unlicensedFeatures,
	type LicenseState,
} from "../license/license.ts";
import { seatName } from "../license/seats.ts";
import { valueRow, type OutlineNode } from "./node.ts";
import { section } from "./section.ts";

/**
 * Returns the section that shows whether there is a license, when it ends, and what it includes.
 *
 * @param shownElsewhere warnings that other rows already show
 * @param now in ms since the epoch
 */
export function licenseSection(
	parent: string,
	snapshot: Snapshot,
	shownElsewhere: readonly string[],
	now: number,
): OutlineNode {
	const license = readLicense(snapshot, now);
	const warned = license && (isWarned(license) || license.entitlements.errors.length > 0);
	return section({
		parent,
		name: "license",
		label: t("License"),
		icon: "verified",
		snapshot,
		from: ["entitlements", "licenses"],
		// The day is sufficient here, and fits in a narrow side bar. The row has the time.
		...(license ? { description: stateWords(license, formatDate) } : {}),
		more: warned ? { tone: "warning" } : {},
		tooltip: [t("Term, limits, and features of this deployment's license.")],
		rows: (id) => (license ? rows(id, license, shownElsewhere) : []),
	});
}

function isWarned({ kind, entitlements }: LicenseState): boolean {
	return kind === "endsSoon" || kind === "grace" || exceededFeatures(entitlements).length > 0;
}

function stateWords(license: LicenseState, format: (ms: number) => string): string {
	const { kind, termEndsAt, endsAt, trial } = license;
	const end = termEndsAt === undefined ? undefined : format(termEndsAt);
	switch (kind) {
		case "none":
			return t("None");
		case "grace":
			return endsAt === undefined
				? t("In its grace period")
				: t("Grace period until {0}", format(endsAt));
		default: {
			if (end === undefined) return trial ? t("Trial") : t("Licensed");
			if (trial) return t("Trial until {0}", end);
			return kind === "endsSoon" ? t("Ends {0}", end) : t("Valid until {0}", end);
		}
	}
}

function rows(id: string, license: LicenseState, shownElsewhere: readonly string[]): OutlineNode[] {
	const { entitlements, featureSet, termEndsAt, endsAt } = license;
	const counted = entitlements.features.filter(
		({ limit, actual, name }) =>
			limit !== undefined || (name === "user_limit" && actual !== undefined),
	);
	const used = entitlements.features.filter(
		(feature) => feature.enabled && !counted.includes(feature),
	);
	const unlicensed = unlicensedFeatures(entitlements);
	const label = termEndsAt === undefined ? t("License") : t("License term");
	return [
		...entitlements.errors.map((text, index) => textRow(id, `error/${index}`, t("Error"), text)),
		...entitlements.warnings
			.filter((text) => !shownElsewhere.includes(text))
			.map((text, index) => textRow(id, `warning/${index}`, t("Warning"), text)),
		valueRow(id, "state", label, stateWords(license, formatMoment), {
			icon: isWarned(license) ? "warning" : "verified",
			...(isWarned(license) ? { tone: "warning" as const } : {}),
			tooltip: [
				...(featureSet === undefined ? [] : [t("Feature set: {0}", featureSet)]),
				...(termEndsAt === undefined ? [] : [t("The term ends on {0}.", formatMoment(termEndsAt))]),
				...(endsAt === undefined || endsAt === termEndsAt
					? []
					: [
							t(
								"Features keep working until {0}, the end of the grace period.",
								formatMoment(endsAt),
							),
						]),
			],
		}),
		...counted.map((feature) => countRow(id, feature)),
		...(used.length === 0
			? []
			: [
					{
						id: `${id}/features`,
						label: t("Features in use"),
						description: [
							formatCount(used.length),
							...(unlicensed.length === 0
								? []
								: [t("{0} not in the license", formatCount(unlicensed.length))]),
						].join(" · "),
						icon: unlicensed.length === 0 ? "extensions" : "warning",
						...(unlicensed.length === 0 ? {} : { tone: "warning" as const }),
						children: used.map((feature) => featureRow(`${id}/features`, feature)),
					},
				]),
	];
}

function textRow(parent: string, name: string, label: string, text: string): OutlineNode {
	return valueRow(parent, name, label, text, {
		icon: "warning",
		tone: "warning",
		tooltip: [text],
		spoken: t("{0}: {1}", label, text),
	});
}

/** The length of a bar in the hover, in characters. */
const barLength = 20;

function countRow(parent: string, { name, limit, actual = 0 }: LicensedFeature): OutlineNode {
	const label = featureName(name);
	const trend = seatName(name);
	if (limit === undefined || limit <= 0) {
		return valueRow(parent, `count/${name}`, label, formatCount(actual), { icon: "person", trend });
	}
	const share = actual / limit;
	const filled = Math.min(barLength, Math.round(share * barLength));
	const bar = "█".repeat(filled) + "░".repeat(barLength - filled);
	const over = actual > limit;
	return valueRow(
		parent,
		`count/${name}`,
		label,
		t("{0} of {1}", formatCount(actual), formatCount(limit)),
		{
			icon: over ? "warning" : "person",
			trend,
			...(over ? { tone: "warning" as const } : {}),
			tooltip: [t("{0} {1} of what the license allows.", bar, formatPercent(share))],
			spoken: t("{0}: {1} of {2}", label, formatCount(actual), formatCount(limit)),
		},
	);
}

function featureRow(parent: string, { name, entitlement }: LicensedFeature): OutlineNode {
	return {
		id: `${parent}/${name}`,
		label: featureName(name),
		...entitlementLook(entitlement),
		copy: name,
	};
}

/**
 * Returns how an entitlement is displayed. One that the extension doesn't know is shown under the server's name for it.
 */
function entitlementLook(entitlement: string): Pick<OutlineNode, "description" | "icon" | "tone"> {
	switch (entitlement) {
		case "entitled":
			return { description: t("Included"), icon: "pass", tone: "good" };
		case "grace_period":
			return { description: t("In the grace period"), icon: "warning", tone: "warning" };
		case "not_entitled":
			return { description: t("Not in the license"), icon: "warning", tone: "warning" };
		default:
			return { description: entitlement, icon: "question", tone: "muted" };
	}
}
