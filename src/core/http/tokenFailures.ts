import type { ApiFailure } from "./failure.ts";
import { t } from "../base/l10n.ts";
import { scrub } from "../base/scrub.ts";

/** The failure of a deployment whose token is gone. */
export function noToken(): ApiFailure {
	return {
		kind: "signedOut",
		message: t("There is no session token for this deployment on this machine."),
		advice: t("Sign in again."),
		action: "signIn",
		causes: [],
	};
}

/** The failure of a secret storage, such as a locked keyring. */
export function unreadableToken(error: unknown): ApiFailure {
	return {
		kind: "signedOut",
		message: t("VS Code's secret storage did not give the session token."),
		advice: t("Unlock your keyring, then refresh; or sign in again."),
		action: "retry",
		causes: [scrub(String(error))],
	};
}
