import { t } from "../base/l10n.ts";
import type { OutlineNode } from "./node.ts";

/** Returns a row for each current warning by the server about its license, such as its end or too many users. */
export function licenseWarningRows(parent: string, warnings: readonly string[]): OutlineNode[] {
	return warnings.map((text, index) => ({
		id: `${parent}/license-warning/${index}`,
		label: t("License warning"),
		description: text,
		icon: "warning",
		tone: "warning",
		copy: text,
		tooltip: [
			text,
			t("The server shows this to users who can read its configuration, as long as it applies."),
		],
		spoken: t("License warning: {0}", text),
	}));
}
