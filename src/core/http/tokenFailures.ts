import { formatDuration } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { scrub } from "../coder/scrub.ts";
import { TimeLimitError } from "../base/timeLimit.ts";
import type { ApiFailure } from "./failure.ts";

/**
 * Returns the failure of a deployment without a token.
 *
 * @param reloadHelps whether this window may see a newer secret after a reload, as a browser tab does
 */
export function noToken(reloadHelps = false): ApiFailure {
	return reloadHelps
		? {
				kind: "signedOut",
				tokenMissing: true,
				message: t("This window can't access the session token for this deployment."),
				advice: t("Reload the window. If that doesn't help, sign in again."),
				action: "reloadWindow",
				causes: [],
			}
		: {
				kind: "signedOut",
				tokenMissing: true,
				message: t("This machine has no session token for this deployment."),
				advice: t("Sign in again."),
				action: "signIn",
				causes: [],
			};
}

/** Returns the failure if the stored token belongs to another account; it's never sent. */
export function otherAccount(reloadHelps: boolean): ApiFailure {
	return reloadHelps
		? {
				kind: "signedOut",
				tokenMissing: true,
				message: t("This window still uses another account's session token."),
				advice: t("Reload the window to use the account that's signed in now."),
				action: "reloadWindow",
				causes: [],
			}
		: {
				kind: "signedOut",
				tokenMissing: true,
				message: t("The session token on this machine belongs to another account."),
				advice: t(
					"Another account signed in from another window or profile. Sign in again to use your account here.",
				),
				action: "signIn",
				causes: [],
			};
}

/** Returns the failure of a secret storage that reports an error, such as a locked keyring, or doesn't respond. */
export function unreadableToken(error: unknown): ApiFailure {
	return {
		kind: "signedOut",
		tokenMissing: true,
		message:
			error instanceof TimeLimitError
				? t("VS Code's secret storage didn't respond within {0}.", formatDuration(error.limitMs))
				: t("VS Code's secret storage didn't provide the session token."),
		advice: t("Unlock your keyring and refresh, or sign in again."),
		action: "retry",
		causes: [scrub(String(error))],
	};
}
