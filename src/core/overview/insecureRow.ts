import { t } from "../base/l10n.ts";
import type { OutlineNode } from "./node.ts";

/** States that the setting `from` turns off the verification of a deployment's certificate. */
export function insecureSentence(from: string): string {
	return t(
		"The certificate is not verified because of the setting {0}, so an attacker on the network can read the session token.",
		from,
	);
}

/** Returns the row that shows this as long as it applies. Selecting it opens the setting. */
export function insecureRow(parent: string, from: string): OutlineNode {
	return {
		id: `${parent}/insecure`,
		label: t("Certificate not verified"),
		description: from,
		icon: "unlock",
		tone: "warning",
		copy: from,
		tooltip: [insecureSentence(from), t("Select this row to run “{0}”.", t("Open Settings"))],
		spoken: insecureSentence(from),
		command: {
			id: "workbench.action.openSettings",
			title: t("Open Settings"),
			arguments: [from],
		},
	};
}
