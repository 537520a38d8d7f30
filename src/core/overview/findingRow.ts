import { t } from "../base/l10n.ts";
import { commandIds } from "../commands/commandIds.ts";
import type { Finding } from "../findings/finding.ts";
import { severityLabel, type Severity } from "../findings/severity.ts";
import type { OutlineNode } from "./node.ts";

/**
 * Whether a value is that of a switch. Such values are omitted: a title such as “Password sign-in is on” next to
 * `Disabled` would look contradictory, because the option is named the other way around.
 */
function isSwitch(value: string): boolean {
	return [t("Enabled"), t("Disabled")].includes(value);
}

/** Returns the row of a finding, which opens the configuration at its first option, or the preview of an upgrade. */
export function findingRow(section: string, deployment: string, finding: Finding): OutlineNode {
	const { rule, severity, title, meaning, value, advice, options, link, upgradeTo } = finding;
	const [first] = options;
	const severe = severityLabel(severity);
	const valueText = isSwitch(value) && first !== undefined ? t("{0} = {1}", first, value) : value;
	const shown = value === "" ? [] : [t("Value: {0}", valueText)];
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
		spoken: [`${severe}: ${title}.`, meaning, ...shown.map((words) => `${words}.`), todo].join(" "),
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

/** Returns the icon of a severity and its color. */
export function look(severity: Severity): Pick<OutlineNode, "icon" | "tone"> {
	switch (severity) {
		case "high":
			return { icon: "error", tone: "bad" };
		case "warning":
			return { icon: "warning", tone: "warning" };
		case "info":
			return { icon: "info" };
	}
}
