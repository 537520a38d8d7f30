import { formatDuration } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { scrub } from "../coder/scrub.ts";
import { TimeLimitError } from "../base/timeLimit.ts";
import type { ApiFailure } from "./failure.ts";

/**
 * The failure of a deployment whose token is gone.
 *
 * @param reloadHelps whether this window may see a newer secret after it was reloaded, as in a browser's tab
 */
export function noToken(reloadHelps = false): ApiFailure {
	return reloadHelps
		? {
				kind: "signedOut",
				tokenMissing: true,
				message: t("This window can't see the session token for this deployment."),
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

/** The failure where the token that is kept belongs to another account; it is never sent. */
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
				advice: t("Another window or profile signed in. Sign in again to use your account here."),
				action: "signIn",
				causes: [],
			};
}

/** The failure of a secret storage, such as a locked keyring, or one that does not answer. */
export function unreadableToken(error: unknown): ApiFailure {
	return {
		kind: "signedOut",
		tokenMissing: true,
		message:
			error instanceof TimeLimitError
				? t("VS Code's secret storage didn't answer within {0}.", formatDuration(error.limitMs))
				: t("VS Code's secret storage didn't provide the session token."),
		advice: t("Unlock your keyring and refresh, or sign in again."),
		action: "retry",
		causes: [scrub(String(error))],
	};
}
