import { t } from "../base/l10n.ts";
import type { ApiFailure } from "./failure.ts";

/** Returns the failure of a canceled request, whatever its state. */
export function cancelledRequest(): ApiFailure {
	return {
		kind: "cancelled",
		message: t("The request was canceled."),
		advice: t("Refresh to try again."),
		action: "retry",
		causes: [],
	};
}
