import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import { deploymentItem } from "../../core/overview/deploymentItem.ts";
import { userSetting, writeUserSetting } from "../app/userSettings.ts";
import type { PickItem } from "../messages/pickItem.ts";
import { askQuickPick } from "../messages/quickPick.ts";
import type { SignedIn } from "./signedIn.ts";

const setting = "coderDeployment.files.deployments";

/** Asks which deployment a file configures, and writes it to the user's setting `coderDeployment.files.deployments`. */
export async function chooseFileDeployment(uri: vscode.Uri, { list }: SignedIn): Promise<void> {
	const glob = vscode.workspace.asRelativePath(uri, false);
	const items = list.map((deployment) => ({
		...deploymentItem(deployment),
		description: deployment.saved.url,
		deployment: deployment.saved.name,
	}));
	const none: PickItem & { readonly deployment: undefined } = {
		icon: "circle-slash",
		label: t("Active deployment"),
		description: t("Don't assign a deployment"),
		deployment: undefined,
	};
	const picked = await askQuickPick([...items, none], {
		title: t("Choose Deployment for {0}", glob),
		placeholder: t("Select the deployment to compare this file with"),
		matchOnDescription: true,
	});
	if (!picked) return;
	const written = userSetting(setting);
	const before = typeof written === "object" && written !== null ? Object.entries(written) : [];
	const others = before.filter(([pattern]) => pattern !== glob);
	// The first matching glob applies, and the file's own is the most specific.
	const own = picked.deployment === undefined ? [] : [[glob, picked.deployment] as const];
	await writeUserSetting(setting, Object.fromEntries([...own, ...others]));
}
