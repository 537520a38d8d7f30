import type { ApiFailure, FailureAction } from "../http/failure.ts";
import { failureCommand } from "../overview/failureCommand.ts";
import type { OutlineCommand } from "../overview/node.ts";

/** For all other failures, the user can enter something else or try again. */
const helped: ReadonlySet<FailureAction> = new Set(["pickCaFile", "openSettings", "showLog"]);

/** Returns the command that helps with a failure while signing in at `url`, if any. */
export function remedyFor(failure: ApiFailure, url: string): { readonly remedy?: OutlineCommand } {
	return helped.has(failure.action) ? { remedy: failureCommand(failure, url, []) } : {};
}
