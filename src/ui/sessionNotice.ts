import * as vscode from "vscode";
import type { Deployments } from "../core/deployments.ts";
import type { Disposable } from "../core/event.ts";
import { formatAge } from "../core/format.ts";
import { t } from "../core/l10n.ts";
import type { SessionNotice, SessionNotices } from "../core/sessionNotices.ts";
import { commandIds } from "./commandIds.ts";

/** Says once that a session has ended or ends soon, and offers to sign in again. */
export function registerSessionNotice(
	deployments: Deployments,
	notices: SessionNotices,
): Disposable {
	return deployments.onDidChangeInside((deployment) => {
		const notice = notices.next(deployment, Date.now());
		if (notice) void tell(notice, deployment.known.name, deployment.known.key);
	});
}

async function tell(notice: SessionNotice, name: string, key: string): Promise<void> {
	const again = t("Sign In Again");
	const answer =
		notice.kind === "ended"
			? await vscode.window.showWarningMessage(
					t("{0} What you see of {1} is what was known before.", notice.message, name),
					again,
				)
			: await vscode.window.showInformationMessage(
					t("Your token for {0} expires {1}.", name, formatAge(notice.expiresAt, Date.now())),
					again,
				);
	if (answer === again) await vscode.commands.executeCommand(commandIds.signInAgain, key);
}
