import { t } from "../base/l10n.ts";
import type { Refusal } from "./refusals.ts";

/** Describes why a server won't start, and what to do. */
export function refusalText(refusal: Refusal): string {
	switch (refusal.kind) {
		case "variable":
			return t("The server won't start with this environment variable. Use the flag or YAML.");
		case "ssh":
			return t("The server won't start with these SSH options: {0}.", refusal.names.join(", "));
		case "flag":
			return t("The server won't start with the flag {0}. Remove it.", `--${refusal.flag}`);
		case "yaml":
			return refusal.to === ""
				? t("The server won't start with {0} in its YAML file. Remove it.", refusal.path)
				: t("The server won't start with {0} in its YAML file. Use {1}.", refusal.path, refusal.to);
	}
}
