import { t } from "../../core/base/l10n.ts";
import { isMissingModule } from "../../core/base/missingModule.ts";
import { showError } from "../messages/messages.ts";
import { offerReload } from "../messages/offerReload.ts";

/** Shows that the extension can't be loaded, which only happens if it was updated or is damaged. */
export function reportDamage(error: unknown): void {
	if (isMissingModule(error)) {
		void offerReload();
		return;
	}
	void showError(t("Couldn't load Coder Deployment. Reinstall the extension. {0}", String(error)));
}
