import { commandIds } from "../commands/commandIds.ts";
import { t } from "../base/l10n.ts";
import type { SignedOutDeployment } from "../deployments/deployment.ts";
import type { OutlineNode } from "./node.ts";
import { withOwnIds } from "./rowIds.ts";

/** Returns the row of a deployment from which the user signed out. Selecting it signs in. Makes no requests. */
export function signedOutRow({ key, url, name }: SignedOutDeployment): OutlineNode {
	const row: OutlineNode = {
		id: key,
		deployment: key,
		signedOut: true,
		label: name,
		description: t("signed out"),
		icon: "sign-out",
		tone: "muted",
		tooltip: [url, t("Select this row to run “{0}”.", t("Sign In"))],
		spoken: t("Deployment {0}, signed out", name),
		url,
		copy: url,
		command: { id: commandIds.signIn, title: t("Sign In"), arguments: [key] },
	};
	return withOwnIds(row, key);
}
