import * as vscode from "vscode";
import type { CompareSource } from "../../core/comparison/source.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { formatAge } from "../../core/base/format.ts";
import type { History } from "../../core/history/history.ts";
import { snapshotLabels } from "../../core/history/snapshotLabels.ts";
import { t } from "../../core/base/l10n.ts";
import { inOrder } from "../../core/files/fileOrder.ts";
import type { ListedFile } from "../../core/overview/files.ts";
import { summaryOf } from "../../core/overview/changes.ts";
import { deploymentItem } from "../../core/overview/deploymentItem.ts";
import type { PickItem, PickSeparator } from "../messages/pickItem.ts";
import { askQuickPick } from "../messages/quickPick.ts";

/** The maximum number of files to offer. The user can select more in the explorer. */
const mostFiles = 20;

interface Choice extends PickItem {
	readonly choose: () => CompareSource | undefined | Promise<CompareSource | undefined>;
}

/**
 * Asks what to compare a deployment with; undefined if the question was closed.
 *
 * @param files the files of the workspace that configure it
 */
export async function askWhat(
	deployment: Deployment,
	deployments: Deployments,
	history: History,
	files: readonly ListedFile[],
): Promise<CompareSource | undefined> {
	const { key, name } = deployment.saved;
	const [moments, log] = [await history.moments(key), await history.log(key)];
	const [newest] = log.events;
	const others = deployments.list.filter((other) => other !== deployment);
	const choices: (Choice | PickSeparator)[] = [
		{
			icon: "list-unordered",
			label: t("Defaults"),
			description: t("Everything that was set"),
			choose: () => ({ kind: "defaults", deployment: key }),
		},
		...(newest
			? [
					{
						icon: "history",
						label: t("The last change"),
						description: formatAge(newest.at, Date.now()),
						detail: summaryOf(newest.changes),
						choose: () => ({ kind: "snapshot", deployment: key, id: newest.beforeId }) as const,
					},
				]
			: []),
		...(moments.size > 0
			? [
					{
						icon: "archive",
						label: t("Saved Snapshot…"),
						choose: () => askSnapshot(key, moments, log.events),
					},
				]
			: []),
		...(others.length > 0 ? [separator(t("Deployments"))] : []),
		...others.map((other) => deploymentChoice(other)),
		separator(t("Files")),
		...fileChoices(files),
		{
			icon: "file-zip",
			label: t("Support Bundle…"),
			description: "coder support bundle",
			choose: () => askFile(t("Support bundles"), ["zip"]),
		},
		{
			icon: "file-code",
			label: t("JSON or YAML File…"),
			description: "coder server --config",
			choose: () => askFile(t("Configurations"), ["json", "yaml", "yml"]),
		},
	];
	const picked = await askQuickPick(choices, {
		title: t("Compare {0}", name),
		placeholder: t("Select what to compare {0} with", name),
		matchOnDescription: true,
	});
	return picked?.choose();
}

function deploymentChoice(deployment: Deployment): Choice {
	return {
		...deploymentItem(deployment),
		choose: () => ({ kind: "deployment", deployment: deployment.saved.key }),
	};
}

/** Returns a choice for each file, and one for all files combined. */
function fileChoices(files: readonly ListedFile[]): Choice[] {
	const several = inOrder(files, ({ path }) => path).map(({ uri }) => uri);
	return [
		...files.slice(0, mostFiles).map(({ uri, path }): Choice => ({
			icon: "file",
			label: path,
			choose: () => ({ kind: "files", uris: [uri] }),
		})),
		...(files.length > 1
			? [
					{
						icon: "files",
						label: t("All These Files"),
						description: t("Compared as one"),
						choose: () => ({ kind: "files", uris: several }) as const,
					},
				]
			: []),
	];
}

async function askSnapshot(
	deployment: string,
	moments: ReadonlyMap<string, number>,
	events: Awaited<ReturnType<History["log"]>>["events"],
): Promise<CompareSource | undefined> {
	const labels = snapshotLabels(moments);
	const choices = [...moments].map(([id, at]) => {
		const event = events.find((candidate) => candidate.id === id);
		return {
			label: labels.get(id) ?? "",
			description: formatAge(at, Date.now()),
			...(event && { detail: t("Changed: {0}", summaryOf(event.changes)) }),
			id,
		};
	});
	const picked = await askQuickPick(choices, {
		title: t("Snapshots"),
		placeholder: t("Select a snapshot to compare with"),
		matchOnDetail: true,
	});
	return picked && { kind: "snapshot", deployment, id: picked.id };
}

async function askFile(
	label: string,
	extensions: readonly string[],
): Promise<CompareSource | undefined> {
	const [uri] =
		(await vscode.window.showOpenDialog({
			title: t("Compare With"),
			openLabel: t("Compare"),
			filters: { [label]: [...extensions], [t("All files")]: ["*"] },
		})) ?? [];
	return uri && { kind: "file", uri: uri.toString() };
}

function separator(label: string): PickSeparator {
	return { separator: label };
}
