import { commandIds } from "../commands/commandIds.ts";
import type { Finding, Findings } from "../findings/finding.ts";
import { countSeverities, severityLabel, type Severity } from "../findings/severity.ts";
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

/**
 * Whether a value is that of a switch. Such values are omitted: a title such as “Password sign-in is on” next to
 * `Disabled` would look contradictory, because the option is named the other way around.
 */
function isSwitch(value: string): boolean {
	return [t("Enabled"), t("Disabled")].includes(value);
}

function findingRow(section: string, deployment: string, finding: Finding): OutlineNode {
	const { rule, severity, title, meaning, value, advice, options, link, upgradeTo } = finding;
	const [first] = options;
	const severe = severityLabel(severity);
	const told = isSwitch(value) && first !== undefined ? t("{0} = {1}", first, value) : value;
	const shown = value === "" ? [] : [t("Value: {0}", told)];
	const todo = t("What to do: {0}", advice);
	const more = [
		...(options.length === 0 ? [] : [t("Options: {0}", options.join(", "))]),
		...(link === undefined ? [] : [t("Documentation: {0}", link)]),
	];
	return {
		id: `${section}/${rule}/${first ?? ""}`,
		label: title,
		...(value !== "" && !isSwitch(value) && { description: value }),
		...look(severity),
		// The hover starts with the label and the description.
		tooltip: [`${severe}. ${meaning}`, todo, ...(isSwitch(value) ? shown : []), ...more],
		spoken: [`${severe}: ${title}.`, meaning, ...shown, todo].join(" "),
		copy: [`${severe}: ${title}`, meaning, ...shown, todo, ...more].join("\n"),
		...(link !== undefined && { url: link }),
		finding: rule,
		...(upgradeTo !== undefined && {
			command: {
				id: commandIds.previewUpgrade,
				title: t("Preview Upgrade"),
				arguments: [deployment, undefined, { kind: "release", release: upgradeTo }],
			},
		}),
		...(upgradeTo === undefined &&
			first !== undefined && {
				command: {
					id: commandIds.openConfiguration,
					title: t("Open Configuration"),
					arguments: [deployment, `@id:${first}`],
				},
			}),
	};
}

function look(severity: Severity): Pick<OutlineNode, "icon" | "tone"> {
	switch (severity) {
		case "high":
			return { icon: "error", tone: "bad" };
		case "warning":
			return { icon: "warning", tone: "warning" };
		case "info":
			return { icon: "info" };
	}
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
