import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import {
	allReleases,
	mainBuild,
	newestRelease,
	releaseName,
	releaseOf,
	type Release,
} from "../../core/coder/release.ts";
import { readUpdate } from "../../core/coder/updateState.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { releaseReference } from "../../core/files/release/releaseReference.ts";
import { serverEdition } from "../../core/upgrade/edition.ts";
import { defaultTarget } from "../../core/upgrade/target.ts";
import { fileName } from "../app/fileSize.ts";
import { showInformation } from "../messages/messages.ts";
import { askQuickPick } from "../messages/quickPick.ts";
import { chosenFor } from "./chosenFor.ts";
import { settingsOf } from "./documentSettings.ts";
import { openFile } from "./filesSide.ts";
import { checkSummary, type ReleaseChecks } from "./releaseChecks.ts";
import type { SignedIn } from "./signedIn.ts";

/**
 * Asks for a release, and shows what it would reject or ignore in a file. Sends no requests.
 *
 * @throws Error with a sentence for users if the file can't be read or sets no Coder options
 */
export async function checkFile(
	uri: vscode.Uri,
	signedIn: SignedIn,
	checks: ReleaseChecks,
): Promise<void> {
	const document = await openFile(uri);
	const name = fileName(uri);
	const settings = settingsOf(document);
	if (settings.length === 0) throw new Error(t("{0} doesn't set any Coder options.", name));
	const deployment = chosenFor(document, settings, signedIn)?.deployment.deployment;
	const release = await askRelease(name, deployment);
	if (release === undefined) return;
	await vscode.window.showTextDocument(document);
	const count = checks.check(document, release, runningRelease(deployment));
	const summary = checkSummary(releaseReference(release).name, count);
	const show = t("Show Problems");
	const buttons = count > 0 ? [show] : [];
	if ((await showInformation(t("{0}: {1}", name, summary), ...buttons)) === show) {
		await vscode.commands.executeCommand("workbench.actions.view.problems");
	}
}

async function askRelease(
	name: string,
	deployment: Deployment | undefined,
): Promise<Release | undefined> {
	const first = defaultRelease(deployment);
	const others = [...allReleases.toReversed(), mainBuild].filter((release) => release !== first);
	const picked = await askQuickPick(
		[first, ...others].map((release) => {
			const description =
				release === first
					? t("latest stable release")
					: release === mainBuild
						? t("development build")
						: undefined;
			return {
				label: releaseName(release),
				...(description !== undefined && { description }),
				release,
			};
		}),
		{
			title: t("Check {0} Against a Release", name),
			placeholder: t("Select the release to check this file against"),
		},
	);
	return picked?.release;
}

/** Returns the default target of the deployment's upgrade preview, or the newest known release. */
function defaultRelease(deployment: Deployment | undefined): Release {
	const { buildInfo, updateCheck, deploymentConfig } = deployment?.snapshot ?? {};
	const version = buildInfo?.value?.version;
	const edition =
		version === undefined
			? undefined
			: serverEdition(version, deploymentConfig?.value?.options ?? []);
	const update = readUpdate(updateCheck?.value, buildInfo?.value);
	const target = edition && defaultTarget(edition, update).release;
	return target ?? newestRelease;
}

function runningRelease(deployment: Deployment | undefined): Release | undefined {
	const version = deployment?.snapshot.buildInfo.value?.version;
	return version === undefined ? undefined : releaseOf(version);
}
