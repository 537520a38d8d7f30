import type { ApiFailure, FailureAction } from "../http/failure.ts";
import { failureCommand } from "../overview/failureCommand.ts";
import type { OutlineCommand } from "../overview/node.ts";

/** All else is helped by typing something else, or the same again. */
const helped: ReadonlySet<FailureAction> = new Set(["pickCaFile", "openSettings", "showLog"]);

/** The command that helps against a failure while signing in at `url`, if there is one. */
export function remedyFor(failure: ApiFailure, url: string): { readonly remedy?: OutlineCommand } {
	return helped.has(failure.action) ? { remedy: failureCommand(failure, url, []) } : {};
}
