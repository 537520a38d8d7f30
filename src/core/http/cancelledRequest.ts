import { t } from "../base/l10n.ts";
import type { ApiFailure } from "./failure.ts";

/** The failure of a request that was cancelled, wherever it was on its way. */
export function cancelledRequest(): ApiFailure {
	return {
		kind: "cancelled",
		message: t("The request was canceled."),
		advice: t("Refresh to ask again."),
		action: "retry",
		causes: [],
	};
}
