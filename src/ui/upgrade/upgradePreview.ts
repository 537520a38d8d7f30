import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import { escapeMarkdown } from "../../core/base/markdown.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import {
	allReleases,
	mainBuild,
	newestRelease,
	readReleaseName,
	releaseName,
	releaseOf,
	type Release,
} from "../../core/coder/release.ts";
import { upgradeChecklist } from "../../core/upgrade/checklist.ts";
import { previewUpgrade } from "../../core/upgrade/preview.ts";
import type { DrawnDocument } from "../app/documents.ts";
import { loadedConfig } from "../app/loadedConfig.ts";
import { documentScheme } from "../app/names.ts";
import { linkToOption } from "../configuration/optionLinks.ts";
import { showInformation } from "../messages/messages.ts";
import { askQuickPick } from "../messages/quickPick.ts";

/** Asks for the release to upgrade to, the newest one first. @returns nothing where there is none, or none was picked */
export async function askForTarget(deployment: Deployment): Promise<Release | undefined> {
	const from = await releaseNow(deployment);
	const targets = [...allReleases, mainBuild].filter((release) => release > from);
	if (targets.length === 0) {
		void showInformation(
			t("{0} already runs the newest version that can be previewed.", deployment.saved.name),
		);
		return undefined;
	}
	const releases = targets.filter((release) => release !== mainBuild).reverse();
	const picked = await askQuickPick(
		[...releases, mainBuild].map((release) => ({
			label: releaseName(release),
			...(release === newestRelease && { description: t("newest known release") }),
			...(release === mainBuild && { description: t("development build") }),
			release,
		})),
		{ title: t("Preview Upgrade"), placeholder: t("Select the version to upgrade to") },
	);
	return picked?.release;
}

/** Opens the checklist in VS Code's Markdown preview; “Show Source” there shows what can be copied. */
export async function openPreview({ saved }: Deployment, target: Release): Promise<void> {
	const uri = vscode.Uri.from({
		scheme: documentScheme,
		path: `/${saved.name.replaceAll("/", "-")}/${releaseName(target)}/upgrade-preview.md`,
		query: saved.key,
	});
	await vscode.commands.executeCommand("markdown.showPreview", uri);
}

/** Draws the checklist of a URI that {@link openPreview} made. */
export async function drawPreview(
	uri: vscode.Uri,
	deployments: Deployments,
): Promise<DrawnDocument> {
	const deployment = deployments.find(uri.query);
	if (!deployment) throw new Error(t("You're no longer signed in to this deployment."));
	const target = readReleaseName(uri.path.split("/").at(-2) ?? "");
	const from = await releaseNow(deployment);
	const { options } = await loadedConfig(deployment);
	const { buildInfo, experiments } = deployment.snapshot;
	if (!(target > from)) {
		return {
			text: `${escapeMarkdown(t("{0} already runs this version or a newer one.", deployment.saved.name))}\n`,
		};
	}
	const preview = previewUpgrade(from, target, { options, experiments: experiments.value ?? [] });
	return {
		text: upgradeChecklist(preview, {
			name: deployment.saved.name,
			version: buildInfo.value?.version ?? releaseName(from),
			linkTo: (id) => linkToOption(deployment, id),
		}),
	};
}

/**
 * The release that a deployment runs.
 *
 * @throws Error with a sentence for people where the tables don't cover its version
 */
async function releaseNow(deployment: Deployment): Promise<Release> {
	await loadedConfig(deployment);
	const version = deployment.snapshot.buildInfo.value?.version;
	if (version === undefined)
		throw new Error(t("The version of {0} isn't known yet.", deployment.saved.name));
	const release = releaseOf(version);
	if (release === undefined) {
		throw new Error(
			t(
				"An upgrade from {0} can't be previewed. Releases up to {1} are known.",
				version,
				releaseName(newestRelease),
			),
		);
	}
	return release;
}
