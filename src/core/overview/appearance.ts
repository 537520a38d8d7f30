import { commandIds } from "../commands/commandIds.ts";
import { formatCount } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { shownValue } from "../deployments/shownValue.ts";
import { valueRow, type OutlineNode } from "./node.ts";

/** Returns a muted row for each announcement by administrators. Markdown and colors are ignored: it is plain text. */
export function announcementRows(parent: string, snapshot: Snapshot): OutlineNode[] {
	return (shownValue(snapshot.appearance)?.announcements ?? []).map((text, index) =>
		valueRow(parent, `announcement/${index}`, t("Announcement"), text, {
			icon: "megaphone",
			tooltip: [text, t("Your administrators show this to everyone.")],
			spoken: t("Announcement: {0}", text),
		}),
	);
}

/** Returns the deployment's own name and its support links; nothing if it has none. */
export function supportSection(parent: string, snapshot: Snapshot): OutlineNode[] {
	const { applicationName, supportLinks = [] } = shownValue(snapshot.appearance) ?? {};
	if (applicationName === undefined && supportLinks.length === 0) return [];
	const id = `${parent}/support`;
	const { at } = snapshot.appearance;
	const node: OutlineNode = {
		id,
		label: t("Support"),
		description: applicationName ?? formatCount(supportLinks.length),
		icon: "comment-discussion",
		tooltip: [t("Your administrators' name for this deployment, and their links for help.")],
		refreshes: ["appearance"],
		...(at === undefined ? {} : { at }),
		children: [
			...(applicationName === undefined
				? []
				: [
						valueRow(id, "name", t("Application name"), applicationName, { icon: "symbol-string" }),
					]),
			...supportLinks.map(({ name, url }, index) =>
				valueRow(id, `link/${index}`, name, url, {
					icon: "link-external",
					url,
					tooltip: [url],
					command: {
						id: commandIds.openInBrowser,
						title: t("Open in Browser"),
						arguments: [url],
					},
				}),
			),
		],
	};
	return [node];
}
