import { formatCount } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { commandIds } from "../commands/commandIds.ts";
import type { DriftCounts } from "../files/drift.ts";
import { driftSummary } from "../files/driftText.ts";
import type { OutlineNode } from "./node.ts";

/** A file in the workspace that configures a deployment. */
export interface ListedFile {
	readonly uri: string;
	/** Its path in the workspace. */
	readonly path: string;
	readonly counts: DriftCounts;
}

/** The maximum number of files to show. In practice, a deployment has fewer. */
const mostFiles = 100;

/**
 * Returns the section with the files that configure a deployment, and how many of their settings differ. Each row opens
 * its file.
 *
 * @returns undefined if there are no files
 */
export function filesSection(
	deployment: string,
	name: string,
	files: readonly ListedFile[],
): OutlineNode | undefined {
	if (files.length === 0) return undefined;
	const id = `${deployment}/files`;
	const differing = files.filter(({ counts }) => counts.differ > 0).length;
	return {
		id,
		label: t("Files"),
		description:
			differing === 0
				? t("No differences")
				: differing === 1
					? t("1 file differs")
					: t("{0} files differ", formatCount(differing)),
		icon: "files",
		words: ["files"],
		...(differing > 0 && { tone: "warning" as const }),
		tooltip: [
			t("Files in this workspace that configure this deployment."),
			t("Only open files are listed. To list all files, run Find Configuration Files."),
		],
		children: files.slice(0, mostFiles).map((file) => fileRow(id, name, file)),
	};
}

function fileRow(parent: string, name: string, { uri, path, counts }: ListedFile): OutlineNode {
	const summary = driftSummary(name, counts);
	return {
		id: `${parent}/${uri}`,
		label: path,
		description:
			counts.differ === 0
				? t("No differences")
				: t("{0} of {1} differ", formatCount(counts.differ), formatCount(counts.settings)),
		icon: counts.differ === 0 ? "file" : "diff",
		...(counts.differ > 0 && { tone: "warning" as const }),
		words: ["file"],
		tooltip: [summary],
		spoken: `${path}. ${summary}`,
		copy: path,
		file: uri,
		command: { id: commandIds.openFoundFile, title: t("Open File"), arguments: [uri] },
	};
}
