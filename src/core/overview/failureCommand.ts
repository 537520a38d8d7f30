import { commandIds } from "../commands/commandIds.ts";
import type { ApiFailure } from "../http/failure.ts";
import { t } from "../base/l10n.ts";
import type { EndpointId } from "../coder/model.ts";
import type { OutlineCommand } from "./node.ts";

/** Returns the command that is most likely to resolve a failure. It is only offered, never run automatically. */
export function failureCommand(
	{ action, kind, setting }: ApiFailure,
	deployment: string,
	ids: readonly EndpointId[],
): OutlineCommand {
	switch (action) {
		case "signIn":
			return {
				id: commandIds.signInAgain,
				// The same account would be rejected again.
				title: kind === "forbidden" ? t("Sign In with Another Account") : t("Sign In Again"),
				arguments: [deployment],
			};
		case "retry":
			return { id: commandIds.refresh, title: t("Retry"), arguments: [deployment, ids] };
		case "changeUrl":
			return { id: commandIds.signIn, title: t("Sign In with Another URL") };
		case "pickCaFile":
			return {
				id: commandIds.pickCaFile,
				title: t("Choose CA File"),
				arguments: [deployment],
			};
		case "openSettings":
			return {
				id: "workbench.action.openSettings",
				title: t("Open Settings"),
				arguments: [setting ?? "coderDeployment"],
			};
		case "checkHealth":
			return {
				id: commandIds.runHealthCheck,
				title: t("Run Health Check"),
				arguments: [deployment],
			};
		case "reloadWindow":
			return { id: "workbench.action.reloadWindow", title: t("Reload Window") };
		case "showLog":
			return { id: commandIds.showLog, title: t("Show Log") };
	}
}
