import { findingRow, look } from "./findingRow.ts";
import type { Finding, Findings } from "../findings/finding.ts";
import { countSeverities, severityLabel } from "../findings/severity.ts";
import { formatCount } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { Snapshot } from "../deployments/slot.ts";
import type { OutlineNode } from "./node.ts";
import { section } from "./section.ts";

/** Returns the section with the findings, most severe first. Each row opens the panel at its option. */
export function findingsSection(
	parent: string,
	snapshot: Snapshot,
	{ shown, muted }: Findings,
): OutlineNode {
	return section({
		parent,
		name: "findings",
		label: t("Findings"),
		icon: "shield",
		snapshot,
		from: ["deploymentConfig", "buildInfo", "experiments", "experimentsAvailable"],
		description: [countShown(shown), muted.length > 0 && t("{0} muted", formatCount(muted.length))]
			.filter(Boolean)
			.join(" · "),
		more: { words: ["findings"], ...toneOf(shown) },
		tooltip: [
			t("Settings in this deployment's configuration that deserve attention."),
			t("Everything is checked on this machine. Nothing is sent anywhere."),
		],
		rows: (id) => [
			...(shown.length === 0 ? [nothing(id)] : []),
			...shown.map((finding) => findingRow(id, parent, finding)),
			...(muted.length > 0 ? [mutedRows(id, muted)] : []),
		],
	});
}

/** Counts the findings. Informational ones are counted only if there are no others. */
function countShown(shown: readonly Finding[]): string {
	const serious = shown.filter(({ severity }) => severity !== "info");
	return countSeverities(serious) || countSeverities(shown) || t("No findings");
}

/** Returns the icon color: that of the most severe finding. */
function toneOf([most]: readonly Finding[]): Pick<OutlineNode, "tone"> {
	if (most === undefined) return {};
	const { tone } = look(most.severity);
	return tone === undefined ? {} : { tone };
}

function nothing(parent: string): OutlineNode {
	return { id: `${parent}/none`, label: t("No findings"), icon: "pass", tone: "good" };
}

function mutedRows(parent: string, muted: readonly Finding[]): OutlineNode {
	const id = `${parent}/muted`;
	return {
		id,
		label: t("{0} muted", formatCount(muted.length)),
		icon: "bell-slash",
		tone: "muted",
		children: muted.map(({ rule, severity, title, meaning, options: [first] }) => ({
			id: `${id}/${rule}/${first ?? ""}`,
			label: title,
			icon: "bell-slash",
			tone: "muted",
			tooltip: [`${severityLabel(severity)}. ${meaning}`],
			spoken: `${t("Muted")}: ${title}. ${meaning}`,
			mutedFinding: rule,
		})),
	};
}
