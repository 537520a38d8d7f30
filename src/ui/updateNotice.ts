import * as vscode from "vscode";
import type { Deployment } from "../core/deployment.ts";
import type { Deployments } from "../core/deployments.ts";
import type { Disposable } from "../core/event.ts";
import { t } from "../core/l10n.ts";
import type { UpdateNotices } from "../core/updateNotices.ts";
import { openWeb } from "./openWeb.ts";
import { settings } from "./settings.ts";

/** Announces an update once a version and deployment, and never again after. */
export function registerUpdateNotice(deployments: Deployments, notices: UpdateNotices): Disposable {
	return deployments.onDidChangeInside((deployment) => {
		if (!settings.updateNotification()) return;
		const update = notices.pending(deployment);
		if (update) void announce(deployment, update, notices);
	});
}

async function announce(
	{ known, snapshot }: Deployment,
	{ version, url }: { readonly version: string; readonly url: string },
	notices: UpdateNotices,
): Promise<void> {
	// Remembered before it is shown: what changes meanwhile must not show it twice.
	await notices.announced(known.key, version);
	const notes = t("Release Notes");
	const never = t("Don't Show Again");
	const answer = await vscode.window.showInformationMessage(
		t(
			"Coder {0} is available for {1}, which runs {2}.",
			version,
			known.name,
			snapshot.buildInfo.value?.version ?? "?",
		),
		notes,
		t("Not Now"),
		never,
	);
	if (answer === notes) await openWeb(url);
	if (answer === never) await notices.mute(known.key);
}
