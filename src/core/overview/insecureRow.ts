import { t } from "../base/l10n.ts";
import type { OutlineNode } from "./node.ts";

/** Says that a deployment's certificate is not verified, because of the setting `from`. */
export function insecureSentence(from: string): string {
	return t(
		"The certificate is not verified because of the setting {0}, so an attacker on the network can read the session token.",
		from,
	);
}

/** The row that says so for as long as it is so; choosing it opens the setting. */
export function insecureRow(parent: string, from: string): OutlineNode {
	return {
		id: `${parent}/insecure`,
		label: t("Certificate not verified"),
		description: from,
		icon: "unlock",
		tone: "warning",
		copy: from,
		tooltip: [insecureSentence(from), t("Select this row to: {0}", t("Open Settings"))],
		spoken: insecureSentence(from),
		command: {
			id: "workbench.action.openSettings",
			title: t("Open Settings"),
			arguments: [from],
		},
	};
}
