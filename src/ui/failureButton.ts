import type { Deployment } from "../core/deployment.ts";
import type { ApiFailure, FailureAction } from "../core/failure.ts";
import { t } from "../core/l10n.ts";
import { commandIds } from "./commandIds.ts";

/** What the button beside a failure says. */
export function failureLabel(action: FailureAction): string {
	switch (action) {
		case "signIn":
			return t("Sign In");
		case "retry":
			return t("Try Again");
		case "changeUrl":
			return t("Sign In With Another URL");
		case "pickCaFile":
			return t("Choose CA File");
		case "openSettings":
			return t("Open Settings");
		case "showLog":
			return t("Show Log");
	}
}

/**
 * Does what the button beside a failure promises.
 *
 * @param retry asks the deployment again
 * @param run runs a command of the editor
 */
export function actOnFailure(
	{ action, setting }: ApiFailure,
	{ known }: Deployment,
	retry: () => unknown,
	run: (command: string, ...args: unknown[]) => unknown,
): unknown {
	switch (action) {
		case "signIn":
			return run(commandIds.signInAgain, known.key);
		case "retry":
			return retry();
		case "changeUrl":
			return run(commandIds.signIn);
		case "pickCaFile":
			return run(commandIds.pickCaFile, known.key);
		case "openSettings":
			return run("workbench.action.openSettings", setting ?? "coderDeployment");
		case "showLog":
			return run(commandIds.showLog);
	}
}
